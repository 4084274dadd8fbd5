package org.aboveboard.server.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.Tally;
import org.aboveboard.server.load.UnknownDataSet;

/// `import`: brings a data set into an instance, with the evidence of its legal basis.
final class Import implements Command {
  @Override
  public String name() {
    return "import";
  }

  @Override
  public String words() {
    return "FOLDER";
  }

  @Override
  public String line() {
    return "brings a catalogue and histories in, with what they rest on";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Instance.OPTIONS);
    options.add(Option.of("evidence", "TEXT", "what shows that these people agreed, and where"));
    options.add(Option.of("since", "DATE", "since when their yes holds; needed with --evidence"));
    options.add(Option.of("purpose", "NAME", "what they agreed to; the only one if there is one"));
    options.add(Option.of("basis", "demonstration", "made-up consents; in a demonstration alone"));
    return options;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    DataSet data = dataSet(arguments);
    Options options = Instance.options(arguments, terminal);
    requireBasis(arguments, options);
    data.advice().forEach(terminal::say);
    try (House house = Instance.join(options, terminal)) {
      LegalBasis basis = basis(arguments, house.declaration().now().policy(), terminal);
      Tally tally = new Importer(house, terminal, basis).run(Source.of(data));
      terminal.say("events: %s", tally.table().stripTrailing());
    }
    return Main.DONE;
  }

  private static DataSet dataSet(Arguments arguments) throws Complaint {
    try {
      return DataSet.open(arguments.onlyPath("folder of the data set"));
    } catch (UnknownDataSet e) {
      throw new Complaint(String.valueOf(e.getMessage()), "");
    }
  }

  /// Refuses what could not be used: rows without a basis would be quarantined to the last.
  private static void requireBasis(Arguments arguments, Options options) throws Complaint {
    if (arguments.has("basis") == arguments.has("evidence")) {
      throw new Complaint(
          "Nothing says what these rows rest on, so all of them would be set aside unused.",
          "Write --evidence \"what shows that these people agreed\" --since 2026-01-31, or try them"
              + " out with ./aboveboard demo --data FOLDER.");
    }
    if (arguments.has("basis") && !arguments.text("basis").orElse("").equals("demonstration")) {
      throw new Complaint(
          "--basis knows demonstration alone.", "For anything else write --evidence and --since.");
    }
    if (arguments.has("basis") && !options.demonstration()) {
      throw new Complaint(
          "Made-up consents do not count here: " + options.data() + " is no demonstration.",
          "Try the data out with ./aboveboard demo --data FOLDER, or write --evidence and --since.");
    }
  }

  private static LegalBasis basis(Arguments arguments, Policy policy, Terminal terminal)
      throws Complaint {
    if (arguments.has("basis")) {
      return demonstration(policy, terminal.clock().instant());
    }
    return new LegalBasis(
        Evidence.IMPORTED,
        List.of(purpose(arguments, policy, terminal.clock().instant())),
        since(arguments, terminal.clock().instant()),
        arguments.text("evidence").orElseThrow());
  }

  /// A yes to every purpose that asks for one and is on, worth nothing outside a demonstration.
  static LegalBasis demonstration(Policy policy, Instant now) {
    return new LegalBasis(Evidence.DEMONSTRATION, asked(policy, now), now, "made up to show");
  }

  private static List<Purpose> asked(Policy policy, Instant now) {
    return policy.purposes().stream()
        .filter(purpose -> purpose.isAsked() && policy.closed(purpose, now).isEmpty())
        .toList();
  }

  private static Purpose purpose(Arguments arguments, Policy policy, Instant now) throws Complaint {
    List<Purpose> asked = asked(policy, now);
    String names = asked.stream().map(Purpose::id).collect(Collectors.joining(", "));
    if (!arguments.has("purpose") && asked.size() == 1) {
      return asked.getFirst();
    }
    String named = arguments.text("purpose").orElse("");
    return asked.stream()
        .filter(purpose -> purpose.id().equals(named))
        .findFirst()
        .orElseThrow(() ->
            new Complaint(
                "It is not said which purpose these people agreed to.",
                "Write --purpose with one of: " + names + "."));
  }

  private static Instant since(Arguments arguments, Instant now) throws Complaint {
    try {
      Instant since =
          LocalDate.parse(arguments.text("since").orElse(""))
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant();
      if (since.isBefore(now)) {
        return since;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new Complaint(
        "It is not said since when their yes holds.", "Write --since 2026-01-31, for example.");
  }
}
