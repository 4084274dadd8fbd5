package org.aboveboard.server.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.policy.Policy;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.UnknownDataSet;

/// `import`: brings a data set into an instance with what shows its legal basis; what cannot show
/// one is set aside.
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
    options.add(
        Option.of("evidence", "TEXT", "what shows that all these people agreed, and where"));
    options.add(Option.of("since", "DATE", "since when their yes holds; needed with --evidence"));
    options.add(Option.of("until", "DATE", "from when it no longer does; as long as a yes lasts"));
    options.add(Option.of("purpose", "NAME", "what they agreed to; the only one if there is one"));
    options.add(Option.of("basis", "demonstration", "made-up consents; in a demonstration alone"));
    return options;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    DataSet data = dataSet(arguments);
    Options options = Instance.options(arguments, terminal);
    requireSense(arguments, options);
    data.advice().forEach(terminal::say);
    try (House house = Instance.join(options, terminal)) {
      LegalBasis basis = basis(arguments, data, house);
      Importer.Result result = new Importer(house, terminal, basis).run(Source.of(data));
      terminal.say("events: %s", result.tally().table().stripTrailing());
      if (result.partly() > 0) {
        tellPartly(result.partly(), terminal);
      }
      result.lastDay().ifPresent(day -> tell(result.tally().aside(), day, terminal));
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

  /// Refuses what does not go together.
  private static void requireSense(Arguments arguments, Options options) throws Complaint {
    if (arguments.has("basis") && !arguments.text("basis").orElse("").equals("demonstration")) {
      throw new Complaint(
          "--basis knows demonstration alone.", "For anything else bring evidence.");
    }
    if (arguments.has("basis") && !options.demonstration()) {
      throw new Complaint(
          "Made-up consents do not count here: " + options.data() + " is no demonstration.",
          "Try the data out with ./aboveboard demo --data FOLDER, or bring evidence.");
    }
    if (arguments.has("basis") && arguments.has("evidence")) {
      throw new Complaint(
          "Consents are either made up or shown.", "Write --basis or --evidence, not both.");
    }
    for (String name : List.of("since", "until", "purpose")) {
      if (arguments.has(name) && !arguments.has("evidence")) {
        throw new Complaint(
            "--" + name + " says something about a yes that nothing shows.",
            "Write --evidence \"what shows that these people agreed\" too.");
      }
    }
  }

  private static LegalBasis basis(Arguments arguments, DataSet data, House house) throws Complaint {
    Policy policy = house.declaration().now().policy();
    Instant now = house.clock().instant();
    return arguments.has("basis")
        ? LegalBasis.demonstration(policy, now)
        : new EvidenceReader(policy, now).read(arguments, data);
  }

  private static void tellPartly(long rows, Terminal terminal) {
    terminal.say("");
    terminal.say(
        "Rows kept for less than would want them: %,d. Evidence is missing for the rest,", rows);
    terminal.say("and does not widen them later: bring it when a row comes in for the first time.");
  }

  private static void tell(long rows, LocalDate lastDay, Terminal terminal) {
    terminal.say("");
    terminal.say(
        "Rows that cannot show what they rest on: %,d. They are set aside: sealed, used by", rows);
    terminal.say("nothing, and deleted by %s.", lastDay);
    terminal.say(
        "To let them in, repeat this import with evidence: --evidence \"…\" --since DATE,");
    terminal.say("or a file evidence.jsonl in the folder (docs/formats.md).");
  }
}
