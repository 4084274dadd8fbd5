package org.aboveboard.server.optout;

import static org.assertj.core.api.Assertions.assertThat;

import com.iab.gpp.encoder.GppModel;
import com.iab.gpp.encoder.section.Sections;
import com.iabtcf.decoder.DecoderOption;
import com.iabtcf.decoder.TCString;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Damaged strings: nothing is thrown, and nothing is allowed that the bare library, given the same
/// letters, would not allow.
class MutationTest {
  private static final int RUNS = 100_000;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
  private static final String OTHERS = "=+/ \n\t\"%é\u0000😀";

  private static final String CHILD = "KnownChildSensitiveDataConsents";

  private static final List<String> TCF =
      List.of(
          Written.tcf(Set.of()),
          Written.tcf(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
          Written.unfolding(400),
          "COtybn4PA_zT4KjACBENAPCIAEBAAECAAIAAAAAAAAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQAIAgEAACEAAAAAgAQBAAAAAAAGBAAgAAAAAAAFAAECAAAgAAQARAEQAAAAAJAAIAAgAAAYQEAAAQmAgBC3ZAYzUw");

  private static final List<String> GPP =
      Stream.concat(
              Sections.SECTION_ORDER.stream()
                  .filter(section -> section.matches("us..|usnat"))
                  .flatMap(section ->
                      Stream.of(
                          Written.gpp(section, "SaleOptOut", 1),
                          Written.gpp(section, "SaleOptOut", 2))),
              Stream.of(
                  Written.gpp("usco", "Gpc", true),
                  Written.gpp("ustx", "KnownChildSensitiveDataConsents", 1),
                  Written.gpp("tcfcav1", "PurposesExpressConsent", Collections.nCopies(24, true)),
                  Written.european(Written.tcf(Set.of(1, 5, 6))),
                  "DBABzMA~1-Y-~BAAQAAAAAABA.QA~BAEAAABA.QA~BAgAABA",
                  "DBABL~BVQqAAAAAg",
                  "DBABL~BVQVAAAAAg",
                  "DBABTA~1YYN"))
          .toList();

  @Test
  void aDamagedTcfStringNeverAllowsMoreThanTheLibraryReads() {
    Aside aside = new Aside(new TcfNotation(), Runnable::run, Duration.ofSeconds(60), 9);
    int readable = 0;
    for (long seed = 0; seed < RUNS; seed++) {
      String text = damaged(TCF, new SplittableRandom(seed));
      Sent sent = aside.read(text);
      if (sent.tcf() instanceof Tcf.Said(Set<Integer> consented, _, _)) {
        readable++;
        assertAllowsNoMore(consented, text, "seed " + seed + ": " + text);
      } else {
        assertThat(sent.unread()).as("seed %d: %s", seed, text).isNotEmpty();
      }
    }
    assertThat(readable).as("that any were compared").isBetween(1_000, RUNS - 1_000);
  }

  @Test
  void aDamagedGppStringNeverAllowsMoreThanTheLibraryReads() {
    Aside aside = new Aside(new GppNotation(), Runnable::run, Duration.ofSeconds(60), 9);
    int readable = 0;
    for (long seed = 0; seed < RUNS; seed++) {
      String text = damaged(GPP, new SplittableRandom(seed));
      Sent sent = aside.read(text);
      if (sent.unread().isEmpty()) {
        readable++;
        assertAllowsNoMore(sent, text, seed);
      } else {
        GppNotationTest.assertClosed(sent, "seed " + seed + ": " + text);
      }
    }
    assertThat(readable).as("that any were compared").isBetween(1_000, RUNS - 1_000);
  }

  private static void assertAllowsNoMore(Sent sent, String text, long seed) {
    var library = new GppModel(filled(text));
    for (int id : library.getSectionIds()) {
      String what = "seed " + seed + ": " + text + ", section " + id;
      switch (id) {
        case 2 -> assertAllowsNoMore(consented(sent), section(text, id), what);
        case 5 -> assertStandsThere(consented(sent), 151, section(text, id), what);
        case 6 ->
            assertThat(sent.optOuts().contains(OptOut.SALE))
                .as(what)
                .isEqualTo(
                    library.getUspV1Section().getOptOutSale().equals('Y')
                        || sent.optOuts().contains(OptOut.SALE));
        default -> assertSaysEveryNo(sent, library, id, what);
      }
    }
  }

  private static Set<Integer> consented(Sent sent) {
    return sent.tcf() instanceof Tcf.Said(Set<Integer> consented, _, _) ? consented : Set.of();
  }

  private static String section(String gpp, int id) {
    String[] parts = gpp.split("~", -1);
    return parts[GppHeader.sections(parts[0]).orElseThrow().indexOf(id) + 1];
  }

  /// Two readings of the same letters: the library's, and the 24 bits that stand there.
  private static void assertAllowsNoMore(Set<Integer> consented, String tcf, String what) {
    assertThat(TCString.decode(tcf, DecoderOption.LAZY).getPurposesConsent().toSet())
        .as(what)
        .containsAll(consented);
    assertStandsThere(consented, 152, tcf, what);
  }

  private static void assertStandsThere(
      Set<Integer> consented, int from, String section, String what) {
    BigInteger bits = BigInteger.ZERO;
    String core = section.split("\\.", -1)[0];
    for (int i = 0; i < core.length(); i++) {
      bits = bits.shiftLeft(6).add(BigInteger.valueOf(LETTERS.indexOf(core.charAt(i))));
    }
    BigInteger purposes = bits.shiftRight(core.length() * 6 - from - 24);
    assertThat(consented).as(what).allMatch(purpose -> purposes.testBit(24 - purpose));
  }

  private static void assertSaysEveryNo(Sent sent, GppModel library, int id, String what) {
    assertThat(sent.optOuts().contains(OptOut.SALE) || !is(1, library, id, "SaleOptOut"))
        .as(what)
        .isTrue();
    assertThat(sent.optOuts().contains(OptOut.SHARING) || !is(1, library, id, "SharingOptOut"))
        .as(what)
        .isTrue();
    assertThat(
            sent.optOuts().contains(OptOut.TARGETED_ADVERTISING)
                || !is(1, library, id, "TargetedAdvertisingOptOut"))
        .as(what)
        .isTrue();
    assertThat(
            sent.optOuts().contains(OptOut.SENSITIVE_DATA)
                || !is(1, library, id, "SensitiveDataProcessing"))
        .as(what)
        .isTrue();
    assertThat(sent.child() || !(is(1, library, id, CHILD) || is(2, library, id, CHILD)))
        .as(what)
        .isTrue();
    assertThat(sent.gpc() || !Boolean.TRUE.equals(value(library, id, "Gpc"))).as(what).isTrue();
  }

  private static boolean is(int value, GppModel library, int id, String field) {
    Object said = value(library, id, field);
    return said instanceof List<?> list ? list.contains(value) : said.equals(value);
  }

  private static Object value(GppModel library, int id, String field) {
    return library.hasField(id, field) ? library.getFieldValue(id, field) : "not a field of it";
  }

  /// The string with its national section, where it has the old layout, as the library needs it.
  private static String filled(String text) {
    List<Integer> ids = GppHeader.sections(text.split("~", -1)[0]).orElseThrow();
    String[] parts = text.split("~", -1);
    int national = ids.indexOf(7) + 1;
    if (national > 0) {
      String[] halves = parts[national].split("\\.", 2);
      halves[0] = UsSection.whole(7, halves[0]);
      parts[national] = String.join(".", halves);
    }
    return String.join("~", parts);
  }

  private static String damaged(List<String> strings, RandomGenerator chance) {
    var text = new StringBuilder(strings.get(chance.nextInt(strings.size())));
    for (int i = 1 + chance.nextInt(3); i > 0 && !text.isEmpty(); i--) {
      int at = chance.nextInt(text.length());
      int to = Math.min(text.length(), at + 1 + chance.nextInt(8));
      switch (chance.nextInt(8)) {
        case 0, 1, 2, 3 -> text.setCharAt(at, letter(chance));
        case 4 -> text.insert(at, letter(chance));
        case 5 -> text.delete(at, to);
        case 6 -> text.insert(at, text.substring(at, to));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }

  private static char letter(RandomGenerator chance) {
    String from = chance.nextInt(20) == 0 ? OTHERS : LETTERS;
    return from.charAt(chance.nextInt(from.length()));
  }
}
