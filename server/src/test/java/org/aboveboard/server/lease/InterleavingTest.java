package org.aboveboard.server.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Steps of several nodes in an order drawn by chance.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InterleavingTest {
  private static final long SEED = 20261124;
  private static final int STEPS = 300;

  private Nodes nodes;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    nodes = Nodes.in(folder);
  }

  @AfterAll
  void close() {
    nodes.close();
  }

  @Test
  void noUseBeginsAfterASayingItDidNotSeeWasAcknowledged() {
    runs(40);
  }

  @Test
  @Tag("full")
  void noUseBeginsAfterASayingItDidNotSeeWasAcknowledgedInAnyOfManyRuns() {
    runs(1_000);
  }

  private void runs(int worlds) {
    System.out.println("InterleavingTest seed " + SEED);
    int begun = 0;
    int refused = 0;
    int answered = 0;
    for (long seed = SEED; seed < SEED + worlds; seed++) {
      World world = run(seed, 0.95);
      assertThat(world.tooLate).as("seed %d", seed).isZero();
      begun += world.begun;
      refused += world.refused;
      answered += world.answered;
    }
    System.out.printf("%d began, %d refused, %d acknowledged%n", begun, refused, answered);
    assertThat(begun).as("uses that began").isGreaterThan(worlds);
    assertThat(refused).as("uses that were refused").isGreaterThan(worlds);
    assertThat(answered).as("sayings that were acknowledged").isGreaterThan(worlds);
  }

  @Test
  void aClockMuchSlowerThanTheOthersWouldBreakItAndIsSeen() {
    assertThat(
            LongStream.range(SEED, SEED + 1_000)
                .filter(seed -> run(-seed, 0.05).tooLate > 0)
                .findFirst())
        .isPresent();
  }

  private World run(long seed, double slowest) {
    World world = new World(nodes, seed, slowest);
    world.run(STEPS);
    return world;
  }
}
