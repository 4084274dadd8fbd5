package org.aboveboard.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.server.House;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.command.Sorting.Way;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.ItemLine;
import org.aboveboard.server.load.Progress;
import org.aboveboard.server.load.Tally;

/// Brings a data set into an instance: items, then people with their yeses, then what they did.
///
/// [Sorting] says which way a row goes; one that comes in passes through
/// [org.aboveboard.server.collect.Collect] like all others. An import that was cut short is
/// repeated whole: what is there already is recognised, and what was set aside comes in once there
/// is evidence.
final class Importer {
  private static final int ITEMS = 10_000;

  private final House house;
  private final Terminal terminal;
  private final LegalBasis basis;
  private final Sorting sorting;
  private final Map<String, EventType> types = new HashMap<>();

  Importer(House house, Terminal terminal, LegalBasis basis) {
    this.house = house;
    this.terminal = terminal;
    this.basis = basis;
    Policy policy = house.declaration().now().policy();
    this.sorting = new Sorting(policy, basis, house.clock().instant());
    policy.events().forEach(type -> types.put(type.id(), type));
  }

  /// What an import came to.
  ///
  /// @param partly how many of the events that were kept lack evidence for a purpose that wants
  ///   them
  /// @param lastDay when the last of what was set aside is deleted
  record Result(Tally tally, long partly, Optional<LocalDate> lastDay) {}

  /// Imports everything; if it cannot, it says what to do before it gives up.
  Result run(Source source) throws InterruptedException {
    boolean isDone = false;
    try {
      Result result = bring(source);
      isDone = true;
      return result;
    } finally {
      if (!isDone) {
        terminal.say("The import was cut short. What came in is whole: repeat the same import,");
        terminal.say("and what is there already is not taken twice.");
      }
    }
  }

  private Result bring(Source source) throws InterruptedException {
    items(source);
    Enrol enrol = new Enrol(house, basis);
    Duration shift = people(source, enrol);
    house.learn().hold();
    try {
      Result result = events(source, enrol, shift);
      house.pools().tidy();
      return result;
    } finally {
      house.learn().release();
    }
  }

  private void items(Source source) {
    Tally tally = new Tally();
    List<ItemPut> chunk = new ArrayList<>();
    source
        .items()
        .each(
            item -> {
              tally.keep();
              chunk.add(put(item));
              if (chunk.size() == ITEMS) {
                house.catalogue().put(chunk);
                chunk.clear();
              }
            },
            tally::refuse);
    if (!chunk.isEmpty()) {
      house.catalogue().put(chunk);
    }
    terminal.say("items: %s", tally.table().stripTrailing());
  }

  private static ItemPut put(ItemLine item) {
    return new ItemPut(
        item.id(),
        item.title(),
        item.provider(),
        item.categories(),
        item.attributes(),
        item.published(),
        true);
  }

  /// Makes the people known who bring a yes along; answers how far times are to be moved.
  private Duration people(Source source, Enrol enrol) {
    Set<String> names = new LinkedHashSet<>();
    Instant[] last = {Instant.EPOCH};
    source
        .events()
        .each(
            event -> {
              names.add(event.subject());
              event.at().filter(at -> at.isAfter(last[0])).ifPresent(at -> last[0] = at);
            },
            _ -> {});
    enrol.people(names);
    terminal.say("people: %,d", names.size());
    terminal.say("their yeses: %s", enrol.told());
    long strangers = basis.people().keySet().stream().filter(name -> !names.contains(name)).count();
    if (strangers > 0) {
      terminal.say("People in the evidence who are not in the events: %,d", strangers);
    }
    boolean shifts = basis.isDemonstration() && last[0].isAfter(Instant.EPOCH);
    return shifts ? Duration.between(last[0], house.clock().instant()) : Duration.ZERO;
  }

  private Result events(Source source, Enrol enrol, Duration shift) throws InterruptedException {
    Tally tally = new Tally();
    Progress progress = terminal.progress("events", source.size());
    try (ExecutorService workers = Executors.newFixedThreadPool(Batches.UNDER_WAY)) {
      Batches batches = new Batches(house, workers, tally, source.name());
      source
          .events()
          .each(
              event -> {
                progress.step();
                add(source.name(), event, shift, enrol, batches);
              },
              tally::refuse);
      batches.finish();
      progress.finish();
      return new Result(tally, batches.partly(), batches.lastDay());
    }
  }

  private void add(String file, EventLine event, Duration shift, Enrol enrol, Batches batches) {
    Optional<EventType> type = Optional.ofNullable(types.get(event.event()));
    if (type.isEmpty()) {
      batches.refuse(event.line(), "the policy declares no event \"" + event.event() + "\"");
      return;
    }
    Instant now = house.clock().instant();
    Optional<Instant> at = event.at().map(time -> time.plus(shift)).filter(now::isAfter);
    Optional<Instant> erased = enrol.erased(event.subject());
    if (erased.isPresent() && at.filter(time -> !time.isBefore(erased.get())).isEmpty()) {
      batches.refuse(event.line(), "it is not shown to be newer than the erasure of its subject");
      return;
    }
    switch (sorting.way(type.get(), event.subject(), at.orElse(now))) {
      case Way.In(EventType shown, boolean isPartly) ->
          batches.keep(arrival(file, event, shown, at, now), event.line(), isPartly);
      case Way.Aside(EventType unshown) ->
          batches.setAside(arrival(file, event, unshown, at, now), event.line());
      case Way.Out(String why) -> batches.refuse(event.line(), why);
    }
  }

  private Arrival arrival(
      String file, EventLine event, EventType type, Optional<Instant> at, Instant now) {
    return new Arrival(
        file + ":" + event.line(),
        event.subject(),
        type,
        List.of(event.item()),
        event.value().isPresent()
            ? Map.<String, List<JsonNode>>of(
                "value", List.of(DoubleNode.valueOf(event.value().getAsDouble())))
            : Map.of(),
        at.orElse(now),
        basis.isDemonstration() || event.at().isEmpty() ? now : at.orElse(now),
        OptOuts.none(),
        false);
  }
}
