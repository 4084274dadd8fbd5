package org.aboveboard.server.command;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.aboveboard.models.Settings;
import org.aboveboard.policy.lint.Finding;
import org.aboveboard.policy.lint.Lint;
import org.aboveboard.policy.lint.Remark;
import org.aboveboard.policy.read.Fault;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.Options;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.Tally;
import org.aboveboard.server.load.UnknownDataSet;
import org.aboveboard.server.measure.Needs;

/// `lint`: what is wrong with a policy, where, why, and what to do about it.
final class LintCommand implements Command {
  private static final int PEOPLE = 20_000;
  private static final int ITEMS = 2_000;
  private static final int SEED = 2026;

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String words() {
    return "[FOLDER]";
  }

  @Override
  public String line() {
    return "says what is wrong with a policy, and how to mend it";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.setting("policy", "FOLDER", "the policy, if no folder is named; policies/bookshop"),
        Option.flag("measure", "also measures whether all that is kept is of use; needs --data"),
        Option.of("data", "FOLDER", "the data set to measure on"),
        Option.of("people", "N", "how many people to measure on at most; 20000"),
        Option.of("items", "N", "how many items, those that most people touched; 2000"),
        Option.of("lambda", "NUMBER", "the model's ridge; 200"),
        Option.of("seed", "N", "what chance depends on; 2026"));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Complaint {
    Path folder = folder(arguments, terminal);
    if (arguments.has("data") && !arguments.has("measure")) {
      throw new Complaint("--data is for measuring alone.", "Add --measure, or leave it out.");
    }
    var today = terminal.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate();
    try {
      ReadPolicy read = PolicyFiles.read(folder);
      var findings =
          arguments.has("measure")
              ? Lint.measured(read, today, needless(read, arguments, terminal))
              : Lint.of(read, today);
      return tell(folder, findings, terminal);
    } catch (PolicyFaults faults) {
      return tell(folder, faults, terminal);
    }
  }

  private static Path folder(Arguments arguments, Terminal terminal) throws Complaint {
    Path named =
        arguments.words().isEmpty()
            ? arguments.path("policy").orElse(Path.of("bookshop"))
            : arguments.onlyPath("policy's folder");
    return terminal.policy(named);
  }

  private static int tell(Path folder, PolicyFaults faults, Terminal terminal) {
    for (Fault fault : faults.faults()) {
      terminal.say("%s:%d: FAULT: %s %s", fault.file(), fault.line(), fault.what(), fault.cure());
    }
    terminal.say("%s: %s. It cannot be read.", folder, count(faults.faults().size(), "fault"));
    return Main.FAILED;
  }

  private static int tell(Path folder, List<Finding> findings, Terminal terminal) {
    var blocking = Lint.blocking(findings);
    blocking.forEach(finding -> terminal.say(finding.toString()));
    var accepted = findings.stream().filter(finding -> !finding.isBlocking()).toList();
    accepted.forEach(
        finding -> terminal.say("accepted: %s Reason: %s", finding, finding.accepted().orElse("")));
    long errors = blocking.stream().filter(finding -> finding.rule().isError()).count();
    terminal.say(
        "%s: %s, %s, %d accepted. %s",
        folder,
        count(errors, "error"),
        count(blocking.size() - errors, "warning"),
        accepted.size(),
        blocking.isEmpty() ? "Nothing blocks." : "It is blocked.");
    return blocking.isEmpty() ? Main.DONE : Main.FAILED;
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /// Measures, and says as it goes what it finds.
  private static List<Remark> needless(ReadPolicy read, Arguments arguments, Terminal terminal)
      throws Complaint {
    DataSet data = data(arguments);
    int seed = arguments.whole("seed", SEED, 0, 999_999_999);
    var bounds =
        new Needs.Bounds(
            arguments.whole("people", PEOPLE, 10, 10_000_000),
            Math.min(arguments.whole("items", ITEMS, 2, 100_000), mostItems()),
            arguments.number("lambda", Options.LAMBDA, 1e-6, 1e9),
            Runtime.getRuntime().availableProcessors());
    try {
      Tally passedOver = new Tally();
      var random = new SplittableRandom(seed);
      Needs needs = Needs.of(read.policy(), data, bounds, passedOver::refuse, random);
      if (passedOver.refused() > 0) {
        terminal.say("%,d lines were passed over:%n%s", passedOver.refused(), passedOver.table());
      }
      return new NeedTable(read, terminal).told(needs, data, seed);
    } catch (IllegalArgumentException e) {
      throw new Complaint(
          "This policy cannot be measured on this data set: " + e.getMessage() + ".",
          "Give a data set of this policy's own events.");
    }
  }

  private static int mostItems() {
    return Settings.largestFor(Runtime.getRuntime().maxMemory() / 2);
  }

  private static DataSet data(Arguments arguments) throws Complaint {
    Optional<Path> folder = arguments.path("data");
    try {
      return DataSet.open(
          folder.orElseThrow(() ->
              new Complaint("The data set is missing.", "Write lint --measure --data FOLDER.")));
    } catch (UnknownDataSet e) {
      throw new Complaint(String.valueOf(e.getMessage()), "");
    }
  }
}
