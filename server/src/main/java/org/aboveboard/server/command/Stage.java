package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.server.House;
import org.aboveboard.server.demo.Bookshop;
import org.aboveboard.server.demo.Personas;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.Tally;
import org.aboveboard.server.simulate.Days;

/// What a demonstration plays with: the made-up bookshop, or a data set.
sealed interface Stage {
  /// What the demonstration's folder is called after.
  String name();

  /// Which of the policies that came with Aboveboard it plays under.
  String policy();

  /// What is brought in before the curtain rises.
  Source source(House house);

  /// What the personas did before.
  List<EventLine> histories();

  /// When the house is opened, to be filled.
  Instant begins(Instant now);

  /// What happens in the house from then until now; its model knows what was brought in.
  ///
  /// @param days the time in the house
  void pass(House house, Days days, Terminal terminal);

  /// Brings everything in, of the first so many people.
  default void fill(House house, Terminal terminal, int people, Path data)
      throws IOException, InterruptedException {
    Set<String> first = new HashSet<>();
    Source source =
        source(house)
            .only(event ->
                first.contains(event.subject())
                    || (first.size() < people && first.add(event.subject())));
    LegalBasis basis =
        LegalBasis.demonstration(house.declaration().now().policy(), house.clock().instant());
    Tally tally = new Importer(house, terminal, basis).run(source).tally();
    terminal.say("events: %s", tally.table().stripTrailing());
    Personas.keep(data, histories());
  }

  /// The made-up bookshop.
  final class Books implements Stage {
    private static final long SEED = 2026;

    private Optional<Bookshop> shop = Optional.empty();

    @Override
    public String name() {
      return "bookshop";
    }

    @Override
    public String policy() {
      return "bookshop";
    }

    @Override
    public Source source(House house) {
      Bookshop made = Bookshop.of(SEED, house.clock().instant());
      shop = Optional.of(made);
      return Source.of(name(), made.items(), made.events());
    }

    @Override
    public List<EventLine> histories() {
      return shop.stream()
          .flatMap(one -> one.personas().stream())
          .flatMap(persona -> persona.history().stream())
          .toList();
    }

    @Override
    public Instant begins(Instant now) {
      return Fortnight.before(now);
    }

    @Override
    public void pass(House house, Days days, Terminal terminal) {
      terminal.say("Two weeks pass before you come: people visit, and monitors watch.");
      shop.ifPresent(one -> new Fortnight(house, days, one).pass());
    }
  }

  /// A data set of somebody's own. Its first person with a rich history becomes the persona who did
  /// much, and is not brought in.
  final class Given implements Stage {
    private static final int FEWEST = 30;
    private static final int MOST = 120;
    private static final String ANA = "u:ana";

    private final DataSet data;

    Given(DataSet data) {
      this.data = data;
    }

    @Override
    public String name() {
      return data.name();
    }

    @Override
    public String policy() {
      return data.policy();
    }

    @Override
    public Source source(House house) {
      String borrowed = borrowed();
      return Source.of(data).only(event -> !event.subject().equals(borrowed));
    }

    @Override
    public List<EventLine> histories() {
      String borrowed = borrowed();
      var history = Stream.<EventLine>builder();
      data.events(
          event -> {
            if (event.subject().equals(borrowed)) {
              history.add(as(ANA, event));
            }
          },
          _ -> {});
      return history.build().toList();
    }

    private static EventLine as(String subject, EventLine event) {
      return new EventLine(
          subject, event.event(), event.item(), event.value(), event.at(), event.line());
    }

    @Override
    public Instant begins(Instant now) {
      return now;
    }

    /// What its people would do is not known.
    @Override
    public void pass(House house, Days days, Terminal terminal) {}

    /// Who did neither little nor very much; the first by id.
    private String borrowed() {
      var counts = new HashMap<String, Integer>();
      data.events(event -> counts.merge(event.subject(), 1, Integer::sum), _ -> {});
      return counts.entrySet().stream()
          .filter(entry -> entry.getValue() >= FEWEST && entry.getValue() <= MOST)
          .map(Map.Entry::getKey)
          .min(String::compareTo)
          .orElse("");
    }
  }
}
