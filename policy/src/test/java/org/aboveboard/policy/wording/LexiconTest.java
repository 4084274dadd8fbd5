package org.aboveboard.policy.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LexiconTest {

  @Test
  void aSectionHasItsLinesWithoutComments() {
    var lexicon = Lexicon.parse("x.txt", "# all\n[A] what it is\n\none  # first\n two\r\n[B]\n");
    assertThat(lexicon.section("A")).extracting(Line::text).containsExactly("one", "two");
    assertThat(lexicon.section("A")).extracting(Line::number).containsExactly(4, 5);
    assertThat(lexicon.section("B")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'word', x.txt line 1 is in no section: put a [name] above it",
    "'[A]\n[A]', x.txt line 2 begins a section a second time: put it where the first is",
    "'[A', x.txt line 1 does not close its name: write ]",
    "'[B]', x.txt lacks the section [A]",
  })
  void aFaultNamesItsLineAndItsCure(String text, String fault) {
    assertThatThrownBy(() -> Lexicon.parse("x.txt", text).section("A")).hasMessage(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opt-out",
        "don't do",
        "... do",
        "do ...",
        "a||b",
      })
  void aPhraseOfWhatIsNoSingleWordIsRefused(String phrase) {
    var lexicon = Lexicon.parse("x.txt", "[connectors]\n[A]\n" + phrase);
    assertThatThrownBy(() -> Rule.of(lexicon, "A"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("x.txt line 3 has");
  }

  @Test
  void aCountThatIsNoNumberIsRefused() {
    var lexicon = Lexicon.parse("x.txt", "[syllables]\nrecipe 3");
    assertThatThrownBy(() -> Syllables.of(lexicon, new EnglishVowels()))
        .hasMessage("x.txt line 2 begins with 'recipe': put a number there");
  }
}
