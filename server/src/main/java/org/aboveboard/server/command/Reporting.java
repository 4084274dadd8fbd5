package org.aboveboard.server.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Split;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.server.evaluation.Ages;
import org.aboveboard.server.evaluation.Contest;
import org.aboveboard.server.evaluation.Declared;
import org.aboveboard.server.evaluation.Evaluate;
import org.aboveboard.server.evaluation.Matter;
import org.aboveboard.server.evaluation.Report;
import org.aboveboard.server.evaluation.ReportPage;
import org.aboveboard.server.load.DataSet;

/// Writes the whole evaluation of a data set into a folder: a file for machines and a page.
record Reporting(Terminal terminal, Arguments arguments, String salt, List<Double> lambdas) {
  private static final int SMALLEST = 20;
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /// The most items of which all pairs fit into memory beside what measuring needs.
  private static int largest() {
    return Settings.largestFor(Runtime.getRuntime().maxMemory() / 2);
  }

  int write(DataSet data, Split split, Optional<Ages> ages) throws Complaint, PolicyFaults {
    Path folder = arguments.path("report").orElseThrow();
    Policy policy = policy(data);
    Matter matter = Matter.of(data, split, ages, policy.groups());
    Contest contest = Contest.run(split, lambdas, largest(), this::say);
    int smallest = arguments.whole("smallest", SMALLEST, 2, 1_000_000);
    // the draws depend on the salt alone, so that anyone gets the same report
    var random = new SplittableRandom(salt.hashCode());
    Report report =
        new Evaluate(matter, salt, smallest, Declared.of(policy), random).report(contest);
    save(folder, report);
    terminal.say(
        "Chosen: %s. evaluation.json and evaluation.html are in %s.", report.chosen(), folder);
    report.limits().stream()
        .filter(held -> !held.isMet())
        .forEach(held ->
            terminal.say("Not met: %s must be %s %s.", held.figure(), held.bound(), held.limit()));
    return report.limits().stream().allMatch(Report.Held::isMet) ? Main.DONE : Main.FAILED;
  }

  private void say(Contest.Placed placed) {
    terminal.say("%-24s ndcg100 %.6f", placed.entrant().name(), placed.result().test().ndcg100());
  }

  private Policy policy(DataSet data) throws Complaint, PolicyFaults {
    Path folder = terminal.policy(arguments.path("policy").orElse(Path.of(data.policy())));
    return PolicyFiles.read(folder).policy();
  }

  private static void save(Path folder, Report report) throws Complaint {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("evaluation.json"), MAPPER.writeValueAsString(report) + "\n");
      Files.writeString(folder.resolve("evaluation.html"), new ReportPage(report).html());
    } catch (IOException e) {
      throw new Complaint(
          "The report cannot be written to " + folder + ": " + e.getMessage() + ".",
          "Name a folder that can be written to after --report.");
    }
  }
}
