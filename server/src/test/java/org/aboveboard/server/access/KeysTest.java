package org.aboveboard.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import org.aboveboard.server.access.AccessKey.Kind;
import org.junit.jupiter.api.Test;

class KeysTest {
  private final MovedClock clock = new MovedClock("2026-11-23T12:00:00Z");
  private final HeldKeys shelf = new HeldKeys();
  private final Keys keys = new Keys(shelf, clock, new SplittableRandom(1));

  @Test
  void aKeySaysItsKindAndHoldsThirtyTwoRandomBytes() {
    assertThat(keys.create(Kind.WRITE).secret()).matches("ab_write_[A-Za-z0-9_-]{43}");
    assertThat(keys.create(Kind.SECRET).secret()).matches("ab_secret_[A-Za-z0-9_-]{43}");
    assertThat(keys.createOperator("Rosa", "steward").secret())
        .matches("ab_operator_[A-Za-z0-9_-]{43}");
  }

  @Test
  void aKeyIsRecognisedAndItsNeighbourIsNot() {
    NewKey made = keys.create(Kind.SECRET);
    assertThat(keys.recognise(made.secret())).contains(made.key());
    assertThat(keys.recognise(made.secret() + "x")).isEmpty();
    assertThat(keys.recognise(made.secret().substring(1))).isEmpty();
    assertThat(keys.recognise("")).isEmpty();
    assertThat(keys.recognise("k".repeat(10_000_000))).isEmpty();
  }

  @Test
  void anOperatorKeyNamesPersonAndRole() {
    AccessKey key = keys.createOperator("Rosa", "steward").key();
    assertThat(key.person()).contains("Rosa");
    assertThat(key.role()).contains("steward");
    assertThatThrownBy(() -> keys.create(Kind.OPERATOR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRevokedKeyEndsAtOnce() {
    NewKey made = keys.create(Kind.WRITE);
    assertThat(keys.recognise(made.secret())).isPresent();
    assertThat(keys.revoke(made.key().id())).isTrue();
    assertThat(keys.recognise(made.secret())).isEmpty();
    assertThat(keys.revoke(made.key().id())).isFalse();
  }

  @Test
  void aKeyRevokedElsewhereEndsWithinSeconds() {
    NewKey made = keys.create(Kind.WRITE);
    assertThat(keys.recognise(made.secret())).isPresent();
    shelf.revoke(made.key().id(), clock.instant());
    clock.move(Duration.ofSeconds(3));
    assertThat(keys.recognise(made.secret())).isEmpty();
  }

  @Test
  void guessesCostNoQuery() {
    keys.create(Kind.WRITE);
    for (int guess = 0; guess < 1_000; guess++) {
      keys.recognise("ab_write_" + guess);
    }
    assertThat(shelf.reads()).isEqualTo(1);
  }

  @Test
  void aChosenKeyIsKeptOnce() {
    AccessKey first = keys.adopt(Kind.WRITE, "wk_demo").key();
    assertThat(keys.adopt(Kind.WRITE, "wk_demo").key()).isEqualTo(first);
    assertThat(keys.recognise("wk_demo")).contains(first);
    assertThat(keys.live()).hasSize(1);
  }

  @Test
  void noKeyPrintsItself() {
    NewKey made = keys.create(Kind.SECRET);
    assertThat(made.toString()).doesNotContain(made.secret());
    assertThat(new Credential(made.secret()).toString()).doesNotContain(made.secret());
  }
}
