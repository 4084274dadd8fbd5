package org.aboveboard.policy.wording;

import static org.aboveboard.policy.wording.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordingTest {
  private static final Set<String> RULES =
      Set.of("L8", "DP02", "DP07", "DP11", "DP31", "DP32", "DP34", "DP37", "DP38", "P-DISCLOSE");

  private static Stream<Fixture> fixtures() {
    return Stream.of("en", "de").flatMap(Fixture::all);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void itFindsWhatIsMarkedAndNothingElse(Fixture fixture) {
    assertThat(fixture.found()).containsExactlyInAnyOrderElementsOf(fixture.hits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyRuleHasFixturesThatHitAndNearMisses(String language) {
    var fixtures = Fixture.all(language).toList();
    assertThat(RULES)
        .allSatisfy(rule -> {
          assertThat(fixtures)
              .filteredOn(f -> f.hits().stream().anyMatch(hit -> hit.rule().equals(rule)))
              .hasSizeGreaterThanOrEqualTo(3);
          assertThat(fixtures)
              .filteredOn(f -> f.hits().isEmpty() && comesNear(f, rule))
              .hasSizeGreaterThanOrEqualTo(3);
        });
  }

  private static boolean comesNear(Fixture fixture, String rule) {
    return switch (fixture.kind()) {
      case "label" -> rule.equals("DP32");
      case "refusal" -> rule.equals("DP02");
      default -> fixture.rules().contains(rule);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyPhraseOfTheLexiconIsFound(String language) {
    var lexicon = Lexicon.of(language);
    for (var rule : List.of("L8", "DP07", "DP11", "DP31", "DP34", "DP37", "DP38", "P-DISCLOSE")) {
      assertThat(lexicon.section(rule))
          .filteredOn(line -> !line.text().startsWith("-"))
          .isNotEmpty()
          .allSatisfy(line ->
              assertThat(wording(language).check(List.of(inText(line))))
                  .as(example(line))
                  .anyMatch(hit -> hit.rule().equals(rule) && hit.start() == 0));
    }
    for (var rule : List.of("L8", "DP02", "DP09", "DP11", "DP20")) {
      assertThat(lexicon.section("no " + rule))
          .filteredOn(line -> !line.text().startsWith("-"))
          .isNotEmpty()
          .allSatisfy(line ->
              assertThat(wording(language).checkNo(inText(line)))
                  .as(example(line))
                  .anyMatch(hit -> hit.rule().equals(rule) && hit.start() == 0));
    }
    for (var rule : List.of("DP02", "DP32")) {
      assertThat(lexicon.section(rule))
          .isNotEmpty()
          .allSatisfy(line ->
              assertThat(wording(language).checkLabel(example(line)))
                  .as(example(line))
                  .extracting(Hit::rule)
                  .contains("DP32"));
    }
  }

  private static String inText(Line line) {
    return line.text().endsWith(" .") ? example(line) : example(line) + " vw";
  }

  /// A text in which the phrase of the line stands, with other words where it has gaps.
  private static String example(Line line) {
    return line.text().replaceAll("\\|\\S+", "").replace("*", "").replace("...", "vw");
  }

  @Test
  void hitsSayInWhichBlockAndWhereTheyAre() {
    var hits = wording("en").check(List.of("Use it?", "Hurry! Just say yes.", "Don’t worry"));
    assertThat(hits)
        .containsExactly(
            new Hit("DP11", 1, 0, "Hurry"),
            new Hit("DP37", 1, 5, "!"),
            new Hit("L8", 1, 7, "Just"),
            new Hit("L8", 2, 0, "Don’t worry"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void noWordIsReportedUnderTwoRules(String language) {
    var words =
        Fixture.all(language).flatMap(f -> Stream.of(f.text().split("[^\\p{L}%’']+"))).toList();
    forAll(
        300,
        random -> {
          var text =
              random
                  .ints(200, 0, words.size())
                  .mapToObj(words::get)
                  .collect(Collectors.joining(" "));
          assertThat(wording(language).check(List.of(text)))
              .isNotEmpty()
              .extracting(Hit::start)
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void aPhraseDoesNotReachFromOneSentenceOrClauseIntoTheNext() {
    assertThat(
            wording("en").check(List.of("Read the best. Experience helps.", "the best, service")))
        .isEmpty();
    assertThat(wording("en").check(List.of("the best", "experience"))).isEmpty();
  }

  @Test
  void theWayLettersAreEncodedDoesNotMatter() {
    assertThat(wording("de").check(List.of("Fu\u0308r das be\u00adste Erlebnis")))
        .extracting(Hit::rule)
        .containsExactly("L8");
    assertThat(wording("de").check(List.of("MASSGESCHNEIDERT maßgeschneidert")))
        .extracting(Hit::rule)
        .containsExactly("DP34", "DP34");
    assertThat(wording("en").check(List.of("LIMITED TIME", "ＪＵＳＴ")))
        .extracting(Hit::rule)
        .containsExactly("DP11", "L8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "EN", "de-AT", ""})
  void anotherLanguageIsNotChecked(String language) {
    assertThat(Wording.of(language)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void noTextBreaksItAndHitsAreWhereTheySay(String language) {
    forAll(
        200,
        random -> {
          var text = Texts.wild(random, 10_000);
          assertThat(wording(language).check(List.of(text)))
              .allSatisfy(hit -> {
                assertThat(RULES).contains(hit.rule());
                assertThat(text.startsWith(hit.phrase(), hit.start())).isTrue();
                assertThat(hit.phrase()).isNotBlank();
              });
          assertThat(wording(language).checkRefusal(text)).hasSizeGreaterThanOrEqualTo(0);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void aMegabyteOfAnythingIsChecked(String language) {
    var texts = Texts.huge().toList();
    assertThat(texts.stream().map(text -> wording(language).check(List.of(text))))
        .hasSameSizeAs(texts);
  }

  @Test
  void aMegabyteOfLaterIsStillLater() {
    assertThat(wording("en").checkRefusal("later ".repeat(1 << 18)))
        .extracting(Hit::rule)
        .containsExactly("DP02", "DP32");
  }

  private static Wording wording(String language) {
    return Wording.of(language).orElseThrow();
  }
}
