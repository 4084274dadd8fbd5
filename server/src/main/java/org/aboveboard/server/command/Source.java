package org.aboveboard.server.command;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.ItemLine;
import org.aboveboard.server.load.Refusal;

/// Where an import takes items and events from; each can be read more than once.
record Source(String name, long size, Reading<ItemLine> items, Reading<EventLine> events) {
  /// One pass over lines: each goes to the first, or what is wrong with it to the second.
  @FunctionalInterface
  interface Reading<T> {
    void each(Consumer<T> kept, Consumer<Refusal> refused);
  }

  static Source of(DataSet data) {
    return new Source(data.name(), data.approximateLines(), data::items, data::events);
  }

  /// What is in memory already.
  static Source of(String name, List<ItemLine> items, List<EventLine> events) {
    return new Source(
        name, events.size(), (kept, _) -> items.forEach(kept), (kept, _) -> events.forEach(kept));
  }

  /// Only the events that are wanted.
  Source only(Predicate<EventLine> wanted) {
    return new Source(
        name,
        size,
        items,
        (kept, refused) ->
            events.each(
                event -> {
                  if (wanted.test(event)) {
                    kept.accept(event);
                  }
                },
                refused));
  }
}
