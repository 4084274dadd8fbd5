package org.aboveboard.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.aboveboard.policy.read.PolicyFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Small runs of scenarios in real houses.
final class SimulateTest {
  private static final Path ROOT = Path.of(System.getProperty("aboveboard.root", ".."));

  private static Simulation loop;

  private static Scenario scenario(Happening happens) {
    return new Scenario(
        "small",
        "What happens?",
        "bookshop",
        "home-row",
        1,
        24,
        60,
        12,
        6,
        0.6,
        0.3,
        20,
        new Scenario.Start(6, 3),
        happens);
  }

  private static Simulation run(Happening happens) throws Exception {
    var policy = PolicyFiles.read(ROOT.resolve("policies/bookshop"));
    return new Simulate(scenario(happens), policy, Optional.empty(), InstantSource.system()).run();
  }

  @BeforeAll
  static void once() throws Exception {
    long began = System.nanoTime();
    loop = run(new Happening.Nothing());
    System.out.println("simulated in " + (System.nanoTime() - began) / 1_000_000 + " ms");
    loop.sides()
        .forEach(side -> {
          System.out.println(side.name());
          side.rounds().forEach(System.out::println);
        });
  }

  @Test
  void theSameSeedGivesTheSameSimulation() throws Exception {
    assertThat(run(new Happening.Nothing())).isEqualTo(loop);
  }
}
