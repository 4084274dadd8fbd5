package org.aboveboard.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.server.House;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.ItemLine;
import org.aboveboard.server.load.Progress;
import org.aboveboard.server.load.Refusal;
import org.aboveboard.server.load.Tally;

/// Brings a data set into an instance: items, then people with their yeses, then what they did.
///
/// Events pass through [org.aboveboard.server.collect.Collect] like all others, in batches of which
/// a few are under way at once, so that sealing one overlaps with writing another. An import that
/// was cut short is repeated whole: what is there already is recognised and not stored twice.
final class Importer {
  private static final int ITEMS = 10_000;
  private static final int PEOPLE = 5_000;
  private static final int EVENTS = 4_000;
  private static final int UNDER_WAY = 3;

  private final House house;
  private final Terminal terminal;
  private final LegalBasis basis;
  private final Map<String, EventType> types = new HashMap<>();

  Importer(House house, Terminal terminal, LegalBasis basis) {
    this.house = house;
    this.terminal = terminal;
    this.basis = basis;
    InForce inForce = house.declaration().now();
    inForce.policy().events().forEach(type -> types.put(type.id(), type));
  }

  /// Imports everything and answers the counts of the events.
  Tally run(Source source) throws InterruptedException {
    items(source);
    People people = people(source);
    house.learn().hold();
    try {
      Tally tally = events(source, people);
      house.pools().tidy();
      return tally;
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

  /// Who is in the data, and how far its times lie back.
  private record People(Set<String> names, Duration shift) {}

  private People people(Source source) {
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
    List<String> all = List.copyOf(names);
    for (int from = 0; from < all.size(); from += PEOPLE) {
      enrol(all.subList(from, Math.min(all.size(), from + PEOPLE)));
    }
    terminal.say("people: %,d", names.size());
    Instant now = terminal.clock().instant();
    boolean shifts = basis.isDemonstration() && last[0].isAfter(Instant.EPOCH);
    return new People(names, shifts ? Duration.between(last[0], now) : Duration.ZERO);
  }

  /// Who said something here already keeps to that.
  private void enrol(List<String> names) {
    var known = house.consentStore().known(names);
    List<String> silent =
        names.stream()
            .filter(name ->
                Optional.ofNullable(known.get(name)).map(k -> k.standing().index()).orElse(0L) == 0)
            .toList();
    if (!silent.isEmpty()) {
      var subjects = house.subjects().enrol(silent).values();
      basis
          .purposes()
          .forEach(purpose ->
              house
                  .consents()
                  .bring(subjects, purpose, basis.evidence(), basis.since(), basis.proof()));
    }
  }

  private Tally events(Source source, People people) throws InterruptedException {
    Tally tally = new Tally();
    Progress progress = terminal.progress("events", source.size());
    try (ExecutorService workers = Executors.newFixedThreadPool(UNDER_WAY)) {
      Batches batches = new Batches(workers, tally, progress, source.name());
      source.events().each(event -> batches.add(event, people.shift()), tally::refuse);
      batches.finish();
    }
    progress.finish();
    return tally;
  }

  /// The batches that are being filled and written.
  private final class Batches {
    private final ExecutorService workers;
    private final Tally tally;
    private final Progress progress;
    private final String file;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private List<Arrival> filling = new ArrayList<>();
    private List<Long> lines = new ArrayList<>();

    private record Sent(List<Long> lines, Future<List<Taken>> taken) {}

    Batches(ExecutorService workers, Tally tally, Progress progress, String file) {
      this.workers = workers;
      this.tally = tally;
      this.progress = progress;
      this.file = file;
    }

    void add(EventLine event, Duration shift) {
      progress.step();
      EventType type = types.get(event.event());
      if (type == null) {
        tally.refuse(
            new Refusal(
                file, event.line(), "the policy declares no event \"" + event.event() + "\""));
        return;
      }
      filling.add(arrival(event, type, shift));
      lines.add(event.line());
      if (filling.size() == EVENTS) {
        send();
      }
    }

    private Arrival arrival(EventLine event, EventType type, Duration shift) {
      Instant now = terminal.clock().instant();
      Instant occurred =
          event.at().map(at -> at.plus(shift)).filter(at -> at.isBefore(now)).orElse(now);
      return new Arrival(
          file + ":" + event.line(),
          event.subject(),
          type,
          List.of(event.item()),
          event.value().isPresent()
              ? Map.<String, List<JsonNode>>of(
                  "value", List.of(DoubleNode.valueOf(event.value().getAsDouble())))
              : Map.of(),
          occurred,
          basis.isDemonstration() || event.at().isEmpty() ? now : occurred,
          OptOuts.none(),
          false);
    }

    private void send() {
      while (underWay.size() >= UNDER_WAY) {
        receive();
      }
      List<Arrival> full = filling;
      underWay.add(new Sent(lines, workers.submit(() -> house.collect().take(full))));
      filling = new ArrayList<>();
      lines = new ArrayList<>();
    }

    private void receive() {
      Sent sent = underWay.remove();
      List<Taken> taken = done(sent.taken());
      for (int k = 0; k < taken.size(); k++) {
        switch (taken.get(k)) {
          case Taken.Kept _ -> tally.keep();
          case Taken.Repeated _ -> refuse(sent.lines().get(k), "it is here already");
          case Taken.Withheld(String rule) -> refuse(sent.lines().get(k), rule);
        }
      }
    }

    private void refuse(long line, String why) {
      tally.refuse(new Refusal(file, line, why));
    }

    void finish() {
      send();
      while (!underWay.isEmpty()) {
        receive();
      }
    }
  }

  private static List<Taken> done(Future<List<Taken>> taken) {
    try {
      return taken.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The import was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A batch could not be written.", e);
    }
  }
}
