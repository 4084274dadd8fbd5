package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesTest {
  /// The rules whose breach other consent tools have a setting for.
  private static final List<String> SETTINGS =
      List.of(
          "DP01", "DP02", "DP03", "DP04", "DP05", "DP06", "DP07", "DP08", "DP10", "DP11", "DP20",
          "L10");

  @Test
  void everyRuleOfTheResearchIsInTheTable() {
    var research =
        Stream.of(numbers("DP%02d", 1, 12), numbers("DP%02d", 20, 23), numbers("DP%02d", 30, 39))
            .flatMap(ids -> ids);
    assertThat(ids()).containsAll(research.toList());
    assertThat(ids()).containsAll(numbers("L%d", 1, 12).toList());
  }

  private static Stream<String> numbers(String form, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(form::formatted);
  }

  @Test
  void everyRuleHasOneIdAndAGround() {
    assertThat(ids()).doesNotHaveDuplicates();
    assertThat(Rules.all())
        .allSatisfy(rule -> {
          assertThat(rule.id()).matches("[A-Z][A-Z0-9]{0,2}(-[A-Z]+)?[0-9]{0,2}");
          assertThat(rule.demand()).endsWith(".");
          assertThat(rule.anchor()).isNotBlank();
          assertThat(rule.held()).isNotEmpty();
        });
  }

  static Stream<Rule> linted() {
    return Rules.all().stream().filter(rule -> rule.held().contains(Held.LINTER));
  }

  @ParameterizedTest
  @MethodSource("linted")
  void everyRuleThatTheLinterHoldsIsShownToFindAndToSpare(Rule rule) {
    var languages =
        rule.isSpoken()
            ? List.of(Optional.of("en"), Optional.of("de"))
            : List.of(Optional.<String>empty());
    for (var language : languages) {
      for (var kind : List.of("bad", "good")) {
        assertThat(Fixture.of(kind))
            .as("%s %s %s", kind, rule.id(), language)
            .anyMatch(f -> f.rule().equals(rule.id()) && f.language().equals(language));
      }
    }
  }

  @Test
  void everySettingThatOthersHaveIsShownToBeRefused() {
    assertThat(Fixture.of("fault").stream().map(Fixture::rule).collect(toSet()))
        .containsExactlyInAnyOrderElementsOf(SETTINGS);
  }

  @Test
  void noFixtureIsOfARuleThatIsNotThere() {
    assertThat(Fixture.all()).allSatisfy(fixture -> assertThat(ids()).contains(fixture.rule()));
  }

  private static List<String> ids() {
    return Rules.all().stream().map(Rule::id).toList();
  }
}
