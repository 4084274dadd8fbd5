package org.aboveboard.server.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForeignNameTest {
  private static final long SEED = 2026;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Product Shared",
        "Product Added to Wishlist",
        "Bücher geöffnet",
        "checkout_step-v2",
        "context.userAgent",
        "properties.products.price",
      })
  void whatHasTheShapeOfANameStaysAsItIs(String name) {
    assertThat(ForeignName.of(name).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob@example.com",
        "properties.bob@example.com",
        "Order 4711",
        "call 5 from 192.168.1.4",
        "traits.f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "Jane wrote to John Doe",
        "<b>Bought</b>",
        "O'Neill",
        "a\u202Eb",
        "two\nlines",
        " ",
        "",
      })
  void everyOtherNameMayBeAboutSomebodyAndIsNotKept(String name) {
    assertThat(ForeignName.of(name).text()).isEqualTo("(a name that may be about somebody)");
  }

  @Test
  void whatCannotBeSeenIsTakenOutOfANameOfThisHouse() {
    assertThat(ForeignName.shown("leak\r\n20\u202E26")).isEqualTo("leak 2026");
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
      assertThat(kept).as("seed %d, round %d", SEED, round).isNotEmpty().doesNotContain("@");
      assertThat(kept.codePointCount(0, kept.length())).isLessThanOrEqualTo(ForeignName.LONGEST);
      assertThat(kept.codePoints())
          .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
  }
}
