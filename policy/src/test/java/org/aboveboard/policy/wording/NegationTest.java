package org.aboveboard.policy.wording;

import static org.aboveboard.policy.wording.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NegationTest {

  @ParameterizedTest
  @CsvSource({
    "en, Use it, Don't use it",
    "en, Suggest books, Don't suggest books",
    "en, use it, Don't use it",
    "en, USE IT, Don't USE IT",
    "en, ' Use it ', Don't use it",
    "de, Nutzen, Nicht nutzen",
    "de, nutzen, Nicht nutzen",
    "de, Bücher vorschlagen, Bücher nicht vorschlagen",
    "de, Mir Bücher vorschlagen, Mir Bücher nicht vorschlagen",
    "de, Öffnen, Nicht öffnen",
    "de, E-Mails senden, E-Mails nicht senden",
  })
  void itSaysNoToTheSameAct(String language, String act, String refusing) {
    assertThat(negation(language).refusing(act)).contains(refusing);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Don't use it",
    "en, Do not use it",
    "en, Never use it",
    "en, Your books",
    "en, ''",
    "en, ' !'",
    "de, Nicht nutzen",
    "de, Keine Bücher vorschlagen",
    "de, Meine Empfehlungen",
    "de, ''",
    "de, '?'",
  })
  void itMakesNothingOfWhatIsNoActOrSaysNoAlready(String language, String act) {
    assertThat(negation(language).refusing(act)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void whatItMakesIsAClearRefusal(String language) {
    var wording = Wording.of(language).orElseThrow();
    assertThat(Fixture.all(language).filter(f -> f.kind().equals("switch") && f.hits().isEmpty()))
        .isNotEmpty()
        .allSatisfy(act ->
            assertThat(negation(language).refusing(act.text()))
                .hasValueSatisfying(refusing -> {
                  assertThat(wording.checkRefusal(refusing)).isEmpty();
                  assertThat(negation(language).refusing(refusing)).isEmpty();
                }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void noTextBreaksItAndNoIsSaidOnce(String language) {
    forAll(
        500,
        random ->
            negation(language)
                .refusing(Texts.wild(random, 300))
                .ifPresent(no -> assertThat(negation(language).refusing(no)).isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en-US", ""})
  void anotherLanguageHasNone(String language) {
    assertThat(Negation.of(language)).isEmpty();
  }

  private static Negation negation(String language) {
    return Negation.of(language).orElseThrow();
  }
}
