package org.aboveboard.policy;

import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.ORDERS;
import static org.aboveboard.policy.Said.SUGGESTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PromptTest {

  private static final Surface HOME = BOOKSHOP.surface("home-row").orElseThrow();

  @Test
  void theFiveFactsComeFromTheDeclaration() {
    var prompt = Prompt.of(BOOKSHOP, HOME, SUGGESTIONS, "en");
    assertThat(prompt.question())
        .isEqualTo("Use your reading history, purchases and ratings for book suggestions?");
    assertThat(prompt.what()).isEqualTo(SUGGESTIONS.sentence());
    assertThat(prompt.kept()).isEqualTo("90 days, then erased");
    assertThat(prompt.shared()).isEqualTo("with no one");
    assertThat(prompt.ifNo()).isEqualTo("you see what is popular");
    assertThat(prompt.details()).hasSize(3);
  }

  @Test
  void theTwoAnswersAreAlike() {
    var prompt = Prompt.of(BOOKSHOP, HOME, SUGGESTIONS, "en");
    assertThat(prompt.yes()).isEqualTo("Use it");
    assertThat(prompt.no()).isEqualTo("Don't use it");
  }

  @Test
  void aPromptIsShort() {
    for (var name : new String[] {"bookshop", "films", "shop"}) {
      var policy = Folder.read(name);
      var home = policy.surface("home-row").orElseThrow();
      var prompt = Prompt.of(policy, home, policy.purpose("recommendations").orElseThrow(), "en");
      var facts =
          Stream.of(
              prompt.question(), prompt.what(), prompt.kept(), prompt.shared(), prompt.ifNo());
      assertThat(facts.flatMap(fact -> Arrays.stream(fact.split(" ", -1)))).hasSizeLessThan(60);
    }
  }

  @Test
  void nothingIsAskedInTheMiddleOfSomething() {
    var basket = BOOKSHOP.surface("basket").orElseThrow();
    assertThat(Prompt.mayAsk(basket, SUGGESTIONS)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Prompt.of(BOOKSHOP, basket, SUGGESTIONS, "en"))
        .withMessageContaining("not critical");
  }

  @Test
  void whatIsOffOrNotAskedHasNoPrompt() {
    assertThat(Prompt.mayAsk(HOME, BOOKSHOP.purpose("taste-profile").orElseThrow())).isFalse();
    assertThat(Prompt.mayAsk(HOME, ORDERS)).isFalse();
    assertThat(Prompt.mayAsk(BOOKSHOP.surface("item-page").orElseThrow(), SUGGESTIONS)).isFalse();
  }

  @Test
  void aLanguageThePolicyDoesNotSpeakIsNotPretended() {
    assertThat(Prompt.of(BOOKSHOP, HOME, SUGGESTIONS, "de").language()).isEqualTo("en");
  }

  @Test
  void theDigestChangesWithEveryFact(@TempDir Path one, @TempDir Path other) {
    var longer = Folder.bookshop(one).replace("purposes/recommendations.yaml", "P90D", "P91D");
    var told =
        Folder.bookshop(other)
            .replace("purposes/recommendations.yaml", "recipients: []", "recipients: [Quay Post]");
    assertThat(Stream.of(digest(BOOKSHOP), digest(longer.read()), digest(told.read())))
        .doesNotHaveDuplicates();
    assertThat(digest(Folder.read("bookshop"))).isEqualTo(digest(BOOKSHOP));
  }

  private static String digest(Policy policy) {
    var home = policy.surface("home-row").orElseThrow();
    return Prompt.of(policy, home, policy.purpose("recommendations").orElseThrow(), "en").digest();
  }
}
