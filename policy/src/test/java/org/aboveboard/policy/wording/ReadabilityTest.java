package org.aboveboard.policy.wording;

import static org.aboveboard.policy.wording.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Counts and grades against texts that were counted by hand.
final class ReadabilityTest {

  // 3 words; We1 keep1 it1.
  // 0.39 * 3 + 11.8 * 3/3 - 15.59 = 1.17 + 11.80 - 15.59
  @Test
  void aShortEnglishSentence() {
    assertEnglish(counts(3, 1, 3, 3, 0, 3, 0), -2.62, "We keep it.");
  }

  // Use1 your1 reading2 history3 for1 book1 suggestions3 = 12; long: reading, history, suggestions.
  // 0.39 * 7 + 11.8 * 12/7 - 15.59 = 2.73 + 20.2286 - 15.59
  @Test
  void anEnglishQuestion() {
    assertEnglish(
        counts(7, 1, 12, 7, 3, 4, 2), 7.37, "Use your reading history for book suggestions?");
  }

  // 17 words, all of one syllable but open2 and suggest2 = 19; long: suggest.
  // 0.39 * 17 + 11.8 * 19/17 - 15.59 = 6.63 + 13.1882 - 15.59
  @Test
  void theSentenceOfTheBookshop() {
    assertEnglish(
        counts(17, 1, 19, 17, 1, 15, 0),
        4.23,
        "We look at the books you open, buy and rate here, and suggest books you may like.");
  }

  // Book1 suggestions3 | We1 keep1 this1 for1 3.5(2) years1 e.g.(2) for1 Dr.(2) Bell1 |
  // Then1 it1 is1 all1 erased2: 2 + 10 + 5 words, 4 + 13 + 6 syllables; long: suggestions.
  // 0.39 * 17/3 + 11.8 * 23/17 - 15.59 = 2.21 + 15.9647 - 15.59
  @Test
  void aHeadingAbbreviationsAndADecimal() {
    assertEnglish(
        counts(17, 3, 23, 10, 1, 12, 1),
        2.58,
        "Book suggestions",
        "We keep this for 3.5 years, e.g. for Dr. Bell. Then it is all erased.");
  }

  // Why1 this1 opens2 a1 page1 | You1 can1 stop1 it1 any2 time1: 5 + 6 words, 6 + 7 syllables.
  // 0.39 * 11/2 + 11.8 * 13/11 - 15.59 = 2.145 + 13.9455 - 15.59
  @Test
  void aQuotedQuestionWithinASentence() {
    assertEnglish(
        counts(11, 2, 13, 6, 0, 9, 0), 0.50, "“Why this?” opens a page. You can stop it any time!");
  }

  // Wait1 | You1 decide2 | No.1 5(1) is1 yours1 or1 not1: 1 + 2 + 6 words, 10 syllables.
  // 0.39 * 9/3 + 11.8 * 10/9 - 15.59 = 1.17 + 13.1111 - 15.59
  @Test
  void ellipsesAndANumberedThing() {
    assertEnglish(
        counts(9, 3, 10, 6, 0, 8, 0), -1.31, "Wait… You decide. No. 5 is yours... or not.");
  }

  // Don't1 worry2 we've1 an1 opt-out2 and1 it1 isn't2 hidden2 = 13; six letters: worry has 5,
  // opt-out 6, hidden 6.
  // 0.39 * 9 + 11.8 * 13/9 - 15.59 = 3.51 + 17.0444 - 15.59
  @Test
  void contractionsAndAHyphen() {
    assertEnglish(
        counts(9, 1, 13, 9, 0, 5, 0), 4.96, "Don't worry: we’ve an opt-out, and it isn't hidden.");
  }

  // Personalisation6 requires2 processing3 of1 categories4 of1 information4 concerning3
  // individual5 preferences4 = 33.
  // 0.39 * 10 + 11.8 * 33/10 - 15.59 = 3.90 + 38.94 - 15.59
  @Test
  void hardEnglish() {
    assertEnglish(
        counts(10, 1, 33, 10, 8, 2, 7),
        27.25,
        "Personalisation requires processing of categories of information concerning"
            + " individual preferences.");
  }

  // Wir1 merken2 uns1 das1: no heavy and no long word, 3 of 4 short.
  // 0.1935 * 0 + 0.1672 * 4 + 0.1297 * 0 - 0.0327 * 75 - 0.875 = 0.6688 - 2.4525 - 0.875
  @Test
  void aShortGermanSentence() {
    assertGerman(counts(4, 1, 5, 4, 0, 3, 0), -2.66, "Wir merken uns das.");
  }

  // Dürfen2 wir1 Ihre2 Käufe2 nutzen2 um1 Bücher2 vorzuschlagen4 = 16; heavy and long 1 of 8,
  // short 2 of 8.
  // 0.1935 * 12.5 + 0.1672 * 8 + 0.1297 * 12.5 - 0.0327 * 25 - 0.875
  //   = 2.4188 + 1.3376 + 1.6213 - 0.8175 - 0.875
  @Test
  void aGermanQuestion() {
    assertGerman(
        counts(8, 1, 16, 8, 1, 2, 1),
        3.69,
        "Dürfen wir Ihre Käufe nutzen, um Bücher vorzuschlagen?");
  }

  // Wir1 löschen2 Ihre2 Daten2 nach1 90(2) Tagen2 z.1 B.1 am1 3.(1) Mai1 = 17; long: löschen, 1 of
  // 12; short: 7 of 12.
  // 0.1672 * 12 + 0.1297 * 8.3333 - 0.0327 * 58.3333 - 0.875 = 2.0064 + 1.0808 - 1.9075 - 0.875
  @Test
  void aGermanAbbreviationAndAnOrdinal() {
    assertGerman(
        counts(12, 1, 17, 12, 1, 7, 0),
        0.30,
        "Wir löschen Ihre Daten nach 90 Tagen, z. B. am 3. Mai.");
  }

  // Was1 passiert2 | Wir1 lesen2 mit1 was1 Sie1 kaufen2 usw.(und so weiter, 4) |
  // Danach2 schlagen2 wir1 Ihnen2 Bücher2 vor1: 2 + 7 + 6 words, 3 + 12 + 10 syllables;
  // heavy: usw.; long: passiert, schlagen; short: 7 of 15.
  // 0.1935 * 6.6667 + 0.1672 * 5 + 0.1297 * 13.3333 - 0.0327 * 46.6667 - 0.875
  //   = 1.29 + 0.836 + 1.7293 - 1.526 - 0.875
  @Test
  void aGermanHeadingAndUsw() {
    assertGerman(
        counts(15, 3, 25, 7, 2, 7, 1),
        1.45,
        "Was passiert",
        "Wir lesen mit, was Sie kaufen usw. Danach schlagen wir Ihnen Bücher vor.");
  }

  // Die1 Verarbeitung4 personenbezogener7 Informationen6 erfolgt2 ausschließlich3 aufgrund2 Ihrer2
  // Einwilligung4 = 31; heavy 5, long 7, short 1 of 9.
  // 0.1935 * 55.5556 + 0.1672 * 9 + 0.1297 * 77.7778 - 0.0327 * 11.1111 - 0.875
  //   = 10.75 + 1.5048 + 10.0878 - 0.3633 - 0.875
  @Test
  void hardGerman() {
    assertGerman(
        counts(9, 1, 31, 9, 7, 1, 5),
        21.10,
        "Die Verarbeitung personenbezogener Informationen erfolgt ausschließlich aufgrund Ihrer"
            + " Einwilligung.");
  }

  // Ihre2 Auswahl2 gilt1 ab1 dem1 1.(1) Januar3 2027(4) | Sie1 können2 sie1 jederzeit3 ändern2:
  // 8 + 5 words, 15 + 9 syllables; heavy: Januar, 2027, jederzeit; long: Auswahl, jederzeit;
  // short: gilt, ab, dem, 1, Sie, sie.
  // 0.1935 * 23.0769 + 0.1672 * 6.5 + 0.1297 * 15.3846 - 0.0327 * 46.1538 - 0.875
  //   = 4.4654 + 1.0868 + 1.9954 - 1.5092 - 0.875
  @Test
  void aGermanDateEndsNoSentenceButAYearDoes() {
    assertGerman(
        counts(13, 2, 24, 8, 2, 6, 3),
        5.16,
        "Ihre Auswahl gilt ab dem 1. Januar 2027. Sie können sie jederzeit ändern!");
  }

  // Kund*innen3 sehen2 die1 Kauf1 und1 Lese-Daten4 = 12; heavy and long 2, short 3 of 6.
  // 0.1935 * 33.3333 + 0.1672 * 6 + 0.1297 * 33.3333 - 0.0327 * 50 - 0.875
  //   = 6.45 + 1.0032 + 4.3233 - 1.635 - 0.875
  @Test
  void germanWordsOfParts() {
    assertGerman(counts(6, 1, 12, 6, 2, 3, 2), 9.27, "Kund*innen sehen die Kauf- und Lese-Daten.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void aTextWithoutAWordHasNoGrade(String language) {
    assertThat(Readability.of(language, List.of())).isEqualTo(new Readability.NoWords());
    assertThat(Readability.of(language, List.of("", " … !"))).isEqualTo(new Readability.NoWords());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "EN", "en-GB", "", "tr"})
  void anotherLanguageIsNotMeasuredWithAFormulaThatIsNotItsOwn(String language) {
    assertThat(Readability.of(language, List.of("We keep it.")))
        .isEqualTo(new Readability.NotMeasured(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void longerSentencesOfTheSameWordsAreNeverEasier(String language) {
    forAll(
        300,
        random -> {
          var blocks = new ArrayList<String>();
          random.ints(2 + random.nextInt(20), 1, 12).forEach(n -> blocks.add(words(random, n)));
          while (blocks.size() > 1) {
            double before = grade(language, blocks);
            int at = random.nextInt(blocks.size() - 1);
            blocks.set(at, blocks.get(at) + " " + blocks.remove(at + 1));
            assertThat(grade(language, blocks)).isGreaterThanOrEqualTo(before);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void noTextBreaksIt(String language) {
    forAll(
        200,
        random -> {
          var blocks = List.of(Texts.wild(random, 10_000), Texts.wild(random, 100));
          switch (Readability.of(language, blocks)) {
            case Readability.Measured(_, Counts counts, double grade) -> {
              assertThat(counts.sentences()).isBetween(1, counts.words());
              assertThat(counts.syllables()).isGreaterThanOrEqualTo(counts.words());
              assertThat(counts.meanSentence()).isLessThanOrEqualTo(counts.longestSentence());
              assertThat(grade).isFinite();
            }
            case Readability.NoWords() -> assertThat(blocks).allMatch(b -> Word.in(b).isEmpty());
            case Readability.NotMeasured(var unknown) -> throw new AssertionError(unknown);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void aMegabyteOfAnythingIsMeasured(String language) {
    assertThat(Texts.huge().map(text -> Readability.of(language, List.of(text))))
        .isNotEmpty()
        .noneMatch(Readability.NotMeasured.class::isInstance);
  }

  private static String words(RandomGenerator random, int count) {
    var words = List.of("we", "keep", "Daten", "purchases", "information", "löschen", "it", "90");
    return String.join(
        " ", random.ints(count, 0, words.size()).mapToObj(words::get).toArray(String[]::new));
  }

  private static double grade(String language, List<String> blocks) {
    return ((Readability.Measured) Readability.of(language, blocks)).grade();
  }

  private static Counts counts(
      int words, int sentences, int syllables, int longest, int many, int shorts, int heavy) {
    return new Counts(words, sentences, syllables, longest, many, shorts, heavy);
  }

  private static void assertEnglish(Counts counts, double grade, String... blocks) {
    assertMeasured("en", "Flesch-Kincaid grade level", counts, grade, blocks);
  }

  private static void assertGerman(Counts counts, double grade, String... blocks) {
    assertMeasured("de", "first Wiener Sachtextformel", counts, grade, blocks);
  }

  private static void assertMeasured(
      String language, String formula, Counts counts, double grade, String... blocks) {
    var measured = (Readability.Measured) Readability.of(language, List.of(blocks));
    assertThat(measured.counts()).isEqualTo(counts);
    assertThat(measured.formula()).isEqualTo(formula);
    assertThat(measured.grade()).isCloseTo(grade, within(0.005));
  }
}
