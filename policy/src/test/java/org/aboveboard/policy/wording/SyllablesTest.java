package org.aboveboard.policy.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SyllablesTest {
  private static final String BETWEEN = "·";

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyWordOfTheTableIsCountedAsItWasDividedByHand(String language) {
    var table = table(language);
    assertThat(table).hasSizeGreaterThan(100);
    assertThat(table)
        .allSatisfy(word ->
            assertThat(syllables(language, word.replace(BETWEEN, "")))
                .as(word)
                .isEqualTo(word.split(BETWEEN, -1).length));
  }

  @ParameterizedTest
  @CsvSource({
    "en, GPC, 3",
    "en, WWW, 9",
    "de, DSGVO, 5",
    "de, GmbH, 4",
    "en, 90, 2",
    "en, '1,000', 4",
    "de, 3.5, 2",
    "en, opt-out, 2",
    "de, E-Mail, 2",
    "de, Kund*innen, 3",
    "en, e.g, 2",
    "en, hmm, 1",
    "de, bzw, 5",
  })
  void whatIsNoPlainWordIsCountedAsItIsReadAloud(String language, String word, int count) {
    assertThat(syllables(language, word)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({
    "de, A\u0308nderung, Änderung",
    "de, Zu\u00adstim\u00admung, Zustimmung",
    "en, don’t, don't",
    "de, SCHLIESSEN, schließen",
  })
  void theWayAWordIsEncodedDoesNotMatter(String language, String one, String other) {
    assertThat(syllables(language, one)).isEqualTo(syllables(language, other));
  }

  private static int syllables(String language, String word) {
    return Language.of(language).orElseThrow().syllables().in(Word.in(word).getFirst());
  }

  private static List<String> table(String language) {
    try (var in = SyllablesTest.class.getResourceAsStream("syllables-" + language + ".txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" +")))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
