package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.aboveboard.policy.Level;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.retain.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What has run out is deleted, and leaves the model too.
final class RetentionTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
  private final InstantSource clock = now::get;

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Test
  void whatHasRunOutLeavesRowsAndModel(@TempDir Path folder) throws Exception {
    try (Home home = Home.in(folder, clock).books(8).readers(20, 8, 3)) {
      home.settle();
      byte[] before = home.house.learn().gramDigest();
      pass(Duration.ofDays(30));
      home.answers("u:late", true);
      home.views("u:late", "b1", "b3", "b5");
      home.settle();
      byte[] both = home.house.learn().gramDigest();
      assertThat(both).isNotEqualTo(before);

      Run early = home.house.retain().run();
      assertThat(early.events()).isZero();

      pass(Duration.ofDays(61));
      Run run = home.house.retain().run();
      assertThat(run.events()).isPositive();
      home.settle();
      assertThat(home.house.learn().progress().subjects()).as("only the late one is left").isOne();

      pass(Duration.ofDays(30));
      home.house.retain().run();
      home.settle();
      assertThat(home.house.learn().progress().subjects()).isZero();
      assertThat(home.house.rights().access().copy("u:late").events()).isEmpty();
    }
  }

  @Test
  void aYesThatRunsOutIsAsIfItHadNotBeenGiven(@TempDir Path folder) throws Exception {
    try (Home home = Home.in(folder, clock).books(8).readers(20, 8, 3)) {
      pass(Duration.ofDays(300));
      home.views("u:reader0", "b1", "b3");
      home.settle();
      assertThat(level(home)).isEqualTo(Level.GENERAL);
      pass(Duration.ofDays(66));
      assertThat(level(home)).isEqualTo(Level.NONE);
      home.house.retain().run();
      home.settle();
      assertThat(home.house.learn().progress().subjects()).isZero();
      assertThat(home.house.rights().access().copy("u:reader0").events()).isEmpty();
    }
  }

  private static Level level(Home home) {
    return home.house
        .recommend()
        .answer(Wish.of(home.row(), Optional.of("u:reader0")))
        .record()
        .level();
  }
}
