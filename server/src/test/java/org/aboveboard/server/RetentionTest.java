package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.aboveboard.policy.Level;
import org.aboveboard.server.consent.How;
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

  @Test
  void theDayThatIsShownIsTheDayOfErasureThoughLessWasWantedLater(@TempDir Path folder)
      throws Exception {
    try (Home home = Home.in(folder, clock).books(4)) {
      home.answers("u:ann", true);
      home.views("u:ann", "b1");
      assertThat(erasedOn(home)).isEqualTo(LocalDate.parse("2027-02-21"));
      home.house.rights().choose().keepFor("u:ann", home.suggestions(), 5, How.page("privacy"));
      assertThat(erasedOn(home)).isEqualTo(LocalDate.parse("2026-11-28"));
      pass(Duration.ofDays(4));
      home.house.retain().run();
      assertThat(erasedOn(home)).isEqualTo(LocalDate.parse("2026-11-28"));
      pass(Duration.ofDays(1));
      home.house.retain().run();
      assertThat(home.house.rights().access().copy("u:ann").events()).isEmpty();
    }
  }

  private static LocalDate erasedOn(Home home) {
    return home.house.rights().access().copy("u:ann").events().getFirst().erasedOn();
  }

  private static Level level(Home home) {
    return home.house
        .recommend()
        .answer(Wish.of(home.row(), Optional.of("u:reader0")))
        .record()
        .level();
  }
}
