package org.aboveboard.server.load;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// The catalogue of a data set that has none: the items its events speak of, shown by number.
final class Untitled {
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private Untitled() {}

  static void items(String noun, DataSet data, Consumer<ItemLine> kept) {
    Set<String> ids = new HashSet<>();
    data.events(event -> ids.add(event.item()), _ -> {});
    ids.stream().sorted(BY_NUMBER).map(id -> ItemLine.untitled(noun, id)).forEach(kept);
  }
}
