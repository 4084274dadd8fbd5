package org.aboveboard.server.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.read.Fault;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.Yaml;

/// Reads a scenario's file: strictly, and telling all that is wrong with it at once.
public final class ScenarioFile {
  private static final int MOST_PEOPLE = 5_000;
  private static final int MOST_ITEMS = 5_000;
  private static final int MOST_ROUNDS = 500;
  private static final int MOST_LISTS = 500_000;
  private static final String END = ".yaml";

  private final String name;
  private final Fields fields;

  private ScenarioFile(String name, Fields fields) {
    this.name = name;
    this.fields = fields;
  }

  /// Reads a file.
  public static Scenario read(Path file) throws UnreadableScenario {
    String called = String.valueOf(file.getFileName());
    try {
      List<String> faults = new ArrayList<>();
      Yaml.Block block = Yaml.parse(called, Files.readString(file));
      String name = called.endsWith(END) ? called.substring(0, called.length() - 5) : called;
      Scenario scenario = new ScenarioFile(name, new Fields(called, block, faults)).scenario();
      if (!faults.isEmpty()) {
        throw new UnreadableScenario(faults);
      }
      return scenario;
    } catch (PolicyFaults e) {
      throw new UnreadableScenario(e.faults().stream().map(Fault::toString).toList());
    } catch (IOException e) {
      throw new UnreadableScenario(
          List.of(
              called + ": It cannot be read. Name a file, such as scenarios/feedback-loop.yaml."));
    }
  }

  private Scenario scenario() {
    int rounds = fields.whole("rounds", 1, MOST_ROUNDS);
    Scenario scenario =
        new Scenario(
            name,
            fields.text("question"),
            fields.text("policy"),
            fields.text("surface", "home-row"),
            seed(),
            fields.whole("people", 4, MOST_PEOPLE),
            fields.whole("items", 20, MOST_ITEMS),
            rounds,
            fields.whole("listLength", 1, 50),
            fields.number("acceptance", 0.5, 0, 1),
            fields.number("byThemselves", 0.3, 0, 1),
            fields.number("ridge", 20, 0.001, 1_000_000),
            start(),
            happens(rounds));
    fields.nothingElse();
    fits(scenario);
    return scenario;
  }

  private long seed() {
    return fields.whole("seed", 0, Integer.MAX_VALUE);
  }

  private Scenario.Start start() {
    Optional<Fields> start = fields.block("start");
    Scenario.Start read =
        new Scenario.Start(
            start.map(some -> some.whole("shown", 8, 1, 1_000)).orElse(8),
            start.map(some -> some.number("largeIsShown", 1, 0.01, 100)).orElse(1.0));
    start.ifPresent(Fields::nothingElse);
    return read;
  }

  private Happening happens(int rounds) {
    Optional<Fields> happens = fields.block("happens");
    Happening read = happens.map(some -> kind(some, rounds)).orElseGet(Happening.Nothing::new);
    happens.ifPresent(Fields::nothingElse);
    return read;
  }

  private static Happening kind(Fields happens, int rounds) {
    long kinds = List.of("stops", "pushes", "changes").stream().filter(happens::has).count();
    if (kinds != 1) {
      happens.fault(
          "stops",
          "One thing happens in a scenario, and here are " + kinds + ".",
          "Write one of stops, pushes and changes below 'happens:'.");
    }
    Optional<Happening> read =
        happens
            .block("stops")
            .map(some -> stops(some, rounds))
            .or(() -> happens.block("pushes").map(some -> pushes(some, rounds)))
            .or(() -> happens.block("changes").map(some -> changes(some, rounds)));
    return read.orElseGet(Happening.Nothing::new);
  }

  private static Happening stops(Fields fields, int rounds) {
    String segment = fields.text("segment");
    if (!segment.isEmpty() && !Person.SEGMENTS.contains(segment)) {
      fields.fault(
          "segment",
          "Nobody lives in '" + segment + "'.",
          "Write one of " + String.join(", ", Person.SEGMENTS) + ".");
    }
    var read =
        new Happening.Stops(
            segment, fields.whole("round", 1, rounds), fields.number("share", 1, 0, 1));
    fields.nothingElse();
    return read;
  }

  private static Happening pushes(Fields fields, int rounds) {
    var read =
        new Happening.Pushes(
            fields.whole("round", 1, rounds),
            fields.whole("accounts", 1, MOST_PEOPLE),
            fields.whole("fillers", 5, 0, 100));
    fields.nothingElse();
    return read;
  }

  private static Happening changes(Fields fields, int rounds) {
    var read = new Happening.Changes(fields.whole("round", 1, rounds), fields.text("policy"));
    fields.nothingElse();
    return read;
  }

  /// What is within its own bounds may still not fit together.
  private void fits(Scenario scenario) {
    int used = scenario.start().shown() + scenario.rounds() + scenario.listLength();
    if (scenario.items() < used) {
      fields.fault(
          "items",
          "People would have had everything before the last round.",
          "Write 'items: " + used + "' or more, or fewer rounds.");
    }
    if ((long) scenario.people() * scenario.rounds() > MOST_LISTS) {
      fields.fault(
          "people",
          "That is more than " + MOST_LISTS + " lists, which takes hours.",
          "Write fewer people or fewer rounds.");
    }
  }
}
