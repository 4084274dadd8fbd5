package org.aboveboard.server.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForeignNameTest {
  private static final long SEED = 2026;

  @ParameterizedTest
  @CsvSource({
    "track: Product Shared, track: Product Shared",
    "viewed: context.userAgent, viewed: context.userAgent",
    "viewed: properties.items[].id, viewed: properties.items[].id",
    "Geöffnet – Bücher, Geöffnet – Bücher",
    "step v2, step v2",
  })
  void aPlainNameStaysAsItIs(String name, String kept) {
    assertThat(ForeignName.of(name).text()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "viewed: properties.bob@example.com, viewed: properties.@.com",
    "track: Order 4711, track: Order #",
    "call 5 from 192.168.1.4, call # from #.#.#.#",
    "traits.f81d4fae-7dec-11d0-a765-00a0c91e6bf6, traits.#",
    "track: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, track: #",
  })
  void whatLooksLikeAnIdentifierIsBlottedOut(String name, String kept) {
    assertThat(ForeignName.of(name).text()).isEqualTo(kept);
  }

  @Test
  void whatCannotBeSeenIsTakenOut() {
    assertThat(ForeignName.of("track: a\u0000b\nc\u202Ed\u200Be").text())
        .isEqualTo("track: ab cde");
    assertThat(ForeignName.of("\u0007\u200B").text()).isEqualTo("(empty)");
    assertThat(ForeignName.shown("leak\r\n2026")).isEqualTo("leak 2026");
  }

  @Test
  void noNameIsLongOrHoldsAControlCharacterWhateverIsSent() {
    var random = new SplittableRandom(SEED);
    for (int round = 0; round < 2_000; round++) {
      var sent = new StringBuilder();
      for (int i = random.nextInt(600); i > 0; i--) {
        sent.append((char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
      }
      String kept = ForeignName.of(sent.toString()).text();
      assertThat(kept).as("seed %d, round %d", SEED, round).isNotEmpty().doesNotContain("@@");
      assertThat(kept.codePointCount(0, kept.length())).isLessThanOrEqualTo(ForeignName.LONGEST);
      assertThat(kept.codePoints())
          .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
  }
}
