package org.aboveboard.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Sessions sessions = at(NOON, 1);

  @Test
  void aCookieComesBackAsItWas() {
    Session session = sessions.fresh(Optional.of("u:ana"));
    assertThat(sessions.read(sessions.write(session))).contains(session);
  }

  @Test
  void nobodyIsNobody() {
    Session session = sessions.fresh(Optional.empty());
    assertThat(sessions.read(sessions.write(session)).orElseThrow().who()).isEmpty();
  }

  @Test
  void anyChangedLetterMakesItWorthless() {
    String cookie = sessions.write(sessions.fresh(Optional.of("u:ana")));
    for (int i = 0; i < cookie.length(); i++) {
      char other = cookie.charAt(i) == 'x' ? 'y' : 'x';
      String forged = cookie.substring(0, i) + other + cookie.substring(i + 1);
      assertThat(sessions.read(forged)).as("letter %d", i).isEmpty();
    }
  }

  @Test
  void anotherServersCookieIsWorthless() {
    assertThat(at(NOON, 2).read(sessions.write(sessions.fresh(Optional.of("staff:ines")))))
        .isEmpty();
  }

  @Test
  void rubbishIsNoSession() {
    assertThat(sessions.read("")).isEmpty();
    assertThat(sessions.read("....")).isEmpty();
    assertThat(sessions.read("x".repeat(100_000))).isEmpty();
  }

  @Test
  void aSessionEndsAfterTwelveHours() {
    String cookie = sessions.write(sessions.fresh(Optional.of("u:ana")));
    assertThat(at(NOON.plus(Sessions.LASTS).minusSeconds(1), 1).read(cookie)).isPresent();
    assertThat(at(NOON.plus(Duration.ofHours(12)), 1).read(cookie)).isEmpty();
  }

  @Test
  void aTokenFitsItsSessionAlone() {
    Session mine = sessions.fresh(Optional.empty());
    Session theirs = sessions.fresh(Optional.empty());
    assertThat(sessions.isTokenOf(mine, sessions.token(mine))).isTrue();
    assertThat(sessions.isTokenOf(mine, sessions.token(theirs))).isFalse();
    assertThat(sessions.isTokenOf(mine, "")).isFalse();
  }

  @Test
  void aSessionNeverPrintsItself() {
    assertThat(sessions.fresh(Optional.of("u:ana"))).hasToString("Session");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(
            () -> new Sessions(new byte[16], InstantSource.fixed(NOON), new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Sessions at(Instant now, long seed) {
    byte[] key = new byte[32];
    new SplittableRandom(seed).nextBytes(key);
    return new Sessions(key, InstantSource.fixed(now), new SplittableRandom(7));
  }
}
