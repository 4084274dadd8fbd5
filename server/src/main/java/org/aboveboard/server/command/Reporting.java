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

  /// Of a data set, held to its own policy unless another is named.
  int write(DataSet data, Split split, Optional<Ages> ages) throws Complaint, PolicyFaults {
    Policy policy = named().isPresent() ? named().get() : policy(Path.of(data.policy()));
    int smallest = arguments.whole("smallest", SMALLEST, 2, 1_000_000);
    return write(Matter.of(data, split, ages, policy.groups()), policy, smallest);
  }

  /// Of an instance, where no floor is lower than the usual one.
  int write(OwnPeople people, int holdout, Policy inForce) throws Complaint, PolicyFaults {
    int smallest = arguments.whole("smallest", SMALLEST, SMALLEST, 1_000_000);
    Policy policy = named().orElse(inForce);
    return write(people.matter(salt, holdout, smallest, policy.groups()), policy, smallest);
  }

  private int write(Matter matter, Policy policy, int smallest) throws Complaint {
    Path folder = arguments.path("report").orElseThrow();
    Contest contest = Contest.run(matter.split(), lambdas, largest(), this::say);
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

  private Optional<Policy> named() throws Complaint, PolicyFaults {
    Optional<Path> given = arguments.path("policy");
    return given.isPresent() ? Optional.of(policy(given.get())) : Optional.empty();
  }

  private Policy policy(Path folder) throws Complaint, PolicyFaults {
    return PolicyFiles.read(terminal.policy(folder)).policy();
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
