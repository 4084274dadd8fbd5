package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.aboveboard.policy.Level;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.rights.Access.Copy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A yes that ends with the visit, and what is kept under it.
final class VisitTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T22:00:00Z"));

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private Level level(Home home) {
    return home.house
        .recommend()
        .answer(Wish.of(home.row(), Optional.of("u:ana")))
        .record()
        .level();
  }

  private Copy copy(Home home) {
    return home.house.rights().access().copy("u:ana");
  }

  @Test
  void itsRowsSayThatTheyAreErasedTheDayAfterItsEndAndAre(@TempDir Path folder) throws Exception {
    try (Home home = Home.in(folder, now::get).books(8).readers(20, 8, 3)) {
      home.answers("u:ana", Reply.VISIT);
      home.views("u:ana", "b1", "b3", "b5");
      home.settle();
      assertThat(copy(home).consents().getLast().visit()).isTrue();
      assertThat(copy(home).events())
          .hasSize(3)
          .allMatch(held -> held.erasedOn().equals(LocalDate.parse("2026-11-25")));

      pass(Duration.ofHours(23));
      home.house.retain().run();
      assertThat(level(home)).as("it holds past midnight").isEqualTo(Level.GENERAL);

      pass(Duration.ofHours(1));
      assertThat(level(home)).isEqualTo(Level.NONE);
      home.house.retain().run();
      assertThat(copy(home).events()).as("the first run after its end").isEmpty();
    }
  }

  @Test
  void aLaterYesDoesNotLengthenWhatTheVisitPromised(@TempDir Path folder) throws Exception {
    try (Home home = Home.in(folder, now::get).books(8).readers(20, 8, 3)) {
      home.answers("u:ana", Reply.VISIT);
      home.views("u:ana", "b1");
      home.answers("u:ana", Reply.YES);
      home.views("u:ana", "b3");
      pass(Duration.ofDays(2));
      home.house.retain().run();
      assertThat(copy(home).events()).singleElement().matches(held -> held.item().equals("b3"));
    }
  }
}
