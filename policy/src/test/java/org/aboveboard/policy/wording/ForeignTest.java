package org.aboveboard.policy.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForeignTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | book suggestions for you                 | book suggestions for you
          de | Wir sehen es. Then we show you books.    | Then we show you books
          de | you see what is popular                  | you see what is popular
          en | du siehst, was beliebt ist, und neu | was beliebt ist
          en | We look. Dann zeigen wir dir Titel.      | Dann zeigen wir dir Titel
          en | ein Bild deiner Interessen               | ein Bild deiner Interessen
          """)
  void whatIsMostlyOfAnotherLanguageIsFound(String language, String text, String found) {
    assertThat(Foreign.in(language, text)).contains(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Internet of Things
          de | Print on Demand
          de | IT-Abteilung
          de | Podcasts
          de | Wir zeigen dir "The Art of War" und anderes.
          de | was du hier tust
          en | books on Sturm und Drang
          en | what you do here
          en | van der Rohe
          en | Die cast models
          fr | you see what is popular
          """)
  void namesAndLoanWordsAreNot(String language, String text) {
    assertThat(Foreign.in(language, text)).isEmpty();
  }

  @Test
  void withoutLittleWordsNothingIsDecided() {
    assertThat(Foreign.in("de", "reading history")).isEmpty();
    assertThat(Foreign.in("de", "")).isEmpty();
  }
}
