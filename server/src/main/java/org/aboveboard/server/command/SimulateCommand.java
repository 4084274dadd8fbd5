package org.aboveboard.server.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.simulate.Happening;
import org.aboveboard.server.simulate.Scenario;
import org.aboveboard.server.simulate.ScenarioFile;
import org.aboveboard.server.simulate.Simulate;
import org.aboveboard.server.simulate.Simulation;
import org.aboveboard.server.simulate.SimulationPage;
import org.aboveboard.server.simulate.Succession;
import org.aboveboard.server.simulate.UnreadableScenario;

/// `simulate`: what a policy does to a made-up population, before it meets people.
final class SimulateCommand implements Command {
  private static final String END = ".yaml";
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String words() {
    return "SCENARIO --report FOLDER";
  }

  @Override
  public String line() {
    return "shows what a policy does to a made-up population";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.of("report", "FOLDER", "where simulation.json and simulation.html are written"),
        Option.of("seed", "N", "what chance depends on; the scenario's own"),
        Option.of("policy", "FOLDER", "a policy to simulate; the scenario's own"));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    Path folder =
        arguments
            .path("report")
            .orElseThrow(() ->
                new Complaint(
                    "It is not said where the report goes.",
                    "Write simulate SCENARIO --report FOLDER."));
    try {
      Path file = file(arguments.onlyPath("scenario"), terminal);
      Scenario scenario = scenario(file, arguments);
      terminal.say("%s", scenario.question());
      Simulation simulation = simulate(scenario, file, terminal).run();
      save(folder, simulation);
      new SimulationPage(simulation).sentences().forEach(terminal::say);
      terminal.say(
          "simulation.json and simulation.html are in %s, after %.0f s.",
          folder, terminal.seconds());
      return Main.DONE;
    } catch (UnreadableScenario e) {
      e.faults().forEach(terminal::say);
      return Main.ASKED_WRONGLY;
    }
  }

  private static Scenario scenario(Path file, Arguments arguments)
      throws Complaint, UnreadableScenario {
    Scenario read = ScenarioFile.read(file);
    int seed = arguments.whole("seed", (int) read.seed(), 0, 999_999_999);
    return read.with(seed, arguments.text("policy").orElse(read.policy()));
  }

  /// A file, or the name of one that came with Aboveboard.
  private static Path file(Path given, Terminal terminal) throws Complaint {
    Path folder = terminal.root().resolve("scenarios");
    Path bundled = folder.resolve(given + END);
    if (Files.isRegularFile(given)) {
      return given;
    }
    if (!Files.isRegularFile(bundled)) {
      throw new Complaint(
          "There is no scenario " + given + ".",
          "Name a file, or one of these: " + String.join(", ", names(folder)) + ".");
    }
    return bundled;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(END))
          .map(name -> name.substring(0, name.length() - END.length()))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Simulate simulate(Scenario scenario, Path file, Terminal terminal)
      throws PolicyFaults, IOException, Complaint {
    Path policy = policy(scenario.policy(), terminal);
    Optional<ReadPolicy> next =
        switch (scenario.happens()) {
          case Happening.Changes(_, String changed) ->
              Optional.of(Succession.read(policy, changed(changed, file, terminal)));
          case Happening.Nothing _, Happening.Stops _, Happening.Pushes _ -> Optional.empty();
        };
    return new Simulate(scenario, PolicyFiles.read(policy), next, terminal.clock());
  }

  /// What lies beside the scenario goes before a policy of that name.
  private static Path changed(String named, Path scenario, Terminal terminal) throws Complaint {
    Path beside = scenario.toAbsolutePath().resolveSibling(named);
    return Files.isDirectory(beside) ? beside : policy(named, terminal);
  }

  private static Path policy(String named, Terminal terminal) throws Complaint {
    try {
      return terminal.policy(Path.of(named));
    } catch (InvalidPathException e) {
      throw new Complaint(
          "The policy is no path: " + e.getReason() + ".",
          "Name a policy's folder, or one that came with Aboveboard.");
    }
  }

  private static void save(Path folder, Simulation simulation) throws Complaint {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("simulation.json"), MAPPER.writeValueAsString(simulation) + "\n");
      Files.writeString(folder.resolve("simulation.html"), new SimulationPage(simulation).html());
    } catch (IOException e) {
      throw new Complaint(
          "The report cannot be written to " + folder + ": " + e.getMessage() + ".",
          "Name a folder that can be written to after --report.");
    }
  }
}
