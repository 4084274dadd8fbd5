package org.aboveboard.server.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TcfNotationTest {
  private final Aside aside =
      new Aside(new TcfNotation(), Runnable::run, Duration.ofSeconds(30), 9);

  @Test
  void everySetOfPurposesIsReadAsItWasWritten() {
    for (long seed = 0; seed < 2_000; seed++) {
      RandomGenerator chance = new SplittableRandom(seed);
      Set<Integer> consented = new HashSet<>();
      for (int purpose = 1; purpose <= 24; purpose++) {
        if (chance.nextBoolean()) {
          consented.add(purpose);
        }
      }
      Set<Integer> interests = new HashSet<>();
      for (int purpose = 1; purpose <= 24; purpose++) {
        if (chance.nextBoolean()) {
          interests.add(purpose);
        }
      }
      Sent sent = aside.read(Written.tcf(consented, interests));
      assertThat(sent.tcf()).as("seed %d", seed).isEqualTo(Tcf.said(consented, interests));
      assertThat(sent.unread()).isEmpty();
    }
  }

  @Test
  void aStringOfAConsentToolInUseIsRead() {
    Sent sent =
        aside.read(
            "COtybn4PA_zT4KjACBENAPCIAEBAAECAAIAAAAAAAAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQAIAgEAACEAAAAAgAQBAAAAAAAGBAAgAAAAAAAFAAECAAAgAAQARAEQAAAAAJAAIAAgAAAYQEAAAQmAgBC3ZAYzUw");
    assertThat(sent.tcf()).isEqualTo(Tcf.said(Set.of(2, 10), Set.of(2, 9)));
  }

  @Test
  void aUseOfTwoPurposesNeedsBoth() {
    Tcf tcf = aside.read(Written.tcf(Set.of(1, 5))).tcf();
    assertThat(tcf.lacksConsent(Set.of(5))).isFalse();
    assertThat(tcf.lacksConsent(Set.of(5, 6))).isTrue();
    assertThat(tcf.lacksConsent(Set.of())).isFalse();
    assertThat(Sent.NOTHING.tcf().lacksConsent(Set.of(5, 6))).as("nothing came").isFalse();
  }

  @Test
  void anInterestIsReadApartFromConsent() {
    Tcf tcf = aside.read(Written.tcf(Set.of(5, 7), Set.of(7, 8))).tcf();
    assertThat(tcf.lacksInterest(Set.of(7, 8))).isFalse();
    assertThat(tcf.lacksInterest(Set.of(5, 7))).as("5 has consent alone").isTrue();
    assertThat(tcf.lacksConsent(Set.of(8))).as("8 is an interest alone").isTrue();
    assertThat(new Tcf.Closed().lacksInterest(Set.of(8))).isTrue();
    assertThat(new Tcf.Silent().lacksInterest(Set.of(8))).isFalse();
    Sent both =
        aside
            .read(Written.tcf(Set.of(), Set.of(7, 8)))
            .and(aside.read(Written.tcf(Set.of(), Set.of(8))));
    assertThat(both.tcf()).isEqualTo(new Tcf.Said(Set.of(), Set.of(8), Set.of(7)));
  }

  @Test
  void whatTwoStringsDoNotBothHaveIsWithoutConsentAndAConflict() {
    Sent both =
        aside.read(Written.tcf(Set.of(1, 5))).and(aside.read(Written.tcf(Set.of(1, 6, 24))));
    assertThat(both.tcf()).isEqualTo(new Tcf.Said(Set.of(1), Set.of(), Set.of(5, 6, 24)));
    assertThat(both.conflicts())
        .contains(new Conflict(Carrier.TCF, "5"), new Conflict(Carrier.TCF, "24"))
        .hasSize(3);
  }

  @Test
  void whatIsNoStringOfVersionTwoIsWithoutConsentToAnything() {
    String good = Written.tcf(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    for (String text :
        List.of(
            "B" + good.substring(1),
            "D" + good.substring(1),
            good.substring(0, 43),
            good + "=",
            good + ".",
            good + "..A",
            good + ".A.B.C.D",
            " " + good,
            good.replace('A', '+'),
            good + "é",
            "${GDPR_CONSENT_755}",
            good + "." + "A".repeat(TcfNotation.LONGEST))) {
      Sent sent = aside.read(text);
      assertThat(sent.tcf()).as(text).isEqualTo(new Tcf.Closed());
      assertThat(sent.tcf().lacksConsent(Set.of(1))).as(text).isTrue();
      assertThat(sent.unread()).as(text).hasSize(1);
      assertThat(sent.heard()).containsExactly(Carrier.TCF);
    }
  }

  @Test
  void anUnreadableStringIsNotOpenedByAReadableOne() {
    Sent bad = aside.read("nonsense");
    Sent good = aside.read(Written.tcf(Set.of(5)));
    assertThat(bad.and(good).tcf()).isEqualTo(new Tcf.Closed());
    assertThat(good.and(bad).tcf()).isEqualTo(new Tcf.Closed());
    assertThat(good.and(bad).conflicts()).as("it said nothing").isEmpty();
  }
}
