package org.aboveboard.policy.tell;

import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.ORDERS;
import static org.aboveboard.policy.Said.SUGGESTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PromptTest {

  private static final Surface HOME = BOOKSHOP.surface("home-row").orElseThrow();
  private static final String FILE = "purposes/recommendations.yaml";

  @TempDir private Path target;

  @Test
  void theFiveFactsComeFromTheDeclaration() {
    var prompt = prompt(Language.EN);
    assertThat(prompt.question())
        .isEqualTo("Use your purchases, ratings and reading history for book suggestions?");
    assertThat(prompt.what()).isEqualTo(SUGGESTIONS.sentence().plain());
    assertThat(prompt.facts())
        .containsExactly(
            new Prompt.Fact("Kept", "90 days, then erased"),
            new Prompt.Fact("Shared", "with no one"),
            new Prompt.Fact("If you say no", "you see what is popular"));
    assertThat(prompt.details()).hasSize(3);
    assertThat(prompt.acts())
        .extracting(Prompt.Act::signal)
        .containsExactlyInAnyOrder("views", "purchases", "ratings");
  }

  @Test
  void theSameFactsAreToldInGerman() {
    var prompt = prompt(Language.DE);
    assertThat(prompt.question())
        .isEqualTo("Einkäufe, Bewertungen und Leseverlauf für Buchtipps nutzen?");
    assertThat(prompt.facts())
        .containsExactly(
            new Prompt.Fact("Behalten", "90 Tage, dann gelöscht"),
            new Prompt.Fact("Geteilt", "mit niemandem"),
            new Prompt.Fact("Wenn du Nein sagst", "du siehst, was beliebt ist"));
  }

  @Test
  void theTwoAnswersAreTheSameActDoneAndNotDone() {
    assertThat(answers(prompt(Language.EN))).containsExactly("Don’t use it", "Use it");
    assertThat(answers(prompt(Language.DE))).containsExactly("Nicht nutzen", "Nutzen");
    var acting =
        Folder.bookshop(target)
            .replace(FILE, "basis:", "act: {en: Suggest books, de: Bücher vorschlagen}\nbasis:")
            .read();
    assertThat(answers(prompt(acting, Prompt.Reader.of(Language.EN))))
        .containsExactly("Don’t suggest books", "Suggest books");
    assertThat(answers(prompt(acting, Prompt.Reader.of(Language.DE))))
        .containsExactly("Bücher nicht vorschlagen", "Bücher vorschlagen");
  }

  private static List<String> answers(Prompt prompt) {
    return List.of(prompt.no(), prompt.yes());
  }

  @Test
  void aPromptIsShort() {
    for (var name : List.of("bookshop", "films", "shop")) {
      var policy = Folder.read(name);
      for (var language : policy.organisation().languages()) {
        var words =
            prompt(policy, Prompt.Reader.of(language)).firstLayer().stream()
                .flatMap(text -> Arrays.stream(text.split(" ", -1)));
        assertThat(words).as("%s, %s", name, language).hasSizeLessThan(61);
      }
    }
  }

  @Test
  void nothingIsAskedInTheMiddleOfSomething() {
    var basket = BOOKSHOP.surface("basket").orElseThrow();
    assertThat(Prompt.mayAsk(BOOKSHOP, basket, SUGGESTIONS, NOON)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Prompt.of(BOOKSHOP, basket, SUGGESTIONS, Prompt.Reader.of(Language.EN)))
        .withMessageContaining("not critical");
  }

  @Test
  void whatIsOffOrNotAskedHasNoPrompt() {
    var taste = BOOKSHOP.purpose("taste-profile").orElseThrow();
    assertThat(Prompt.mayAsk(BOOKSHOP, HOME, SUGGESTIONS, NOON)).isTrue();
    assertThat(Prompt.mayAsk(BOOKSHOP, HOME, taste, NOON)).isFalse();
    assertThat(Prompt.mayAsk(BOOKSHOP, HOME, ORDERS, NOON)).isFalse();
    var page = BOOKSHOP.surface("item-page").orElseThrow();
    assertThat(Prompt.mayAsk(BOOKSHOP, page, SUGGESTIONS, NOON)).isFalse();
  }

  @Test
  void whatIsWeightyIsAskedOnAPageOfItsOwn() {
    var taste = BOOKSHOP.purpose("taste-profile").orElseThrow();
    assertThat(Prompt.needsItsOwnPage(BOOKSHOP, taste)).isTrue();
    assertThat(Prompt.needsItsOwnPage(BOOKSHOP, SUGGESTIONS)).isFalse();
  }

  @Test
  void aLanguageThePolicyDoesNotSpeakIsNotPretended() {
    assertThat(BOOKSHOP.organisation().spoken(List.of("fr-FR", "de-AT"))).isEqualTo(Language.DE);
    assertThat(BOOKSHOP.organisation().spoken(List.of("fr"))).isEqualTo(Language.EN);
  }

  @Test
  void aWiderMeaningSaysWhatIsDifferent() {
    var wider =
        Folder.bookshop(target)
            .replace(FILE, "retention: P90D", "retention: P180D")
            .read()
            .after(List.of(BOOKSHOP.meaning(SUGGESTIONS)));
    var again = new Prompt.Reader(Language.EN, false, Optional.of(SUGGESTIONS.digest()));
    assertThat(prompt(wider, again).changed()).containsExactly("it is kept 180 days, not 90 days");
    assertThat(prompt(wider, Prompt.Reader.of(Language.EN)).changed()).isEmpty();
    var unknown = new Prompt.Reader(Language.DE, false, Optional.of("0".repeat(64)));
    assertThat(prompt(wider, unknown).changed()).containsExactly("die Bedeutung hat sich geändert");
  }

  @Test
  void theDigestChangesWithEveryWord() {
    var plain = prompt(Language.EN);
    var sighted = prompt(BOOKSHOP, new Prompt.Reader(Language.EN, true, Optional.empty()));
    var longer = Folder.bookshop(target).replace(FILE, "P90D", "P91D").read();
    assertThat(
            Stream.of(
                    plain,
                    prompt(Language.DE),
                    sighted,
                    prompt(longer, Prompt.Reader.of(Language.EN)))
                .map(Prompt::digest))
        .doesNotHaveDuplicates();
  }

  @Test
  void anOldVersionMakesTheSamePromptAgainToTheByte() throws PolicyFaults {
    var restored = PolicyFiles.restore(BOOKSHOP.canonicalJson());
    assertThat(restored.digest()).isEqualTo(BOOKSHOP.digest());
    for (var language : BOOKSHOP.organisation().languages()) {
      var reader = new Prompt.Reader(language, true, Optional.empty());
      assertThat(prompt(restored, reader).words()).isEqualTo(prompt(BOOKSHOP, reader).words());
    }
  }

  private static Prompt prompt(Language language) {
    return prompt(BOOKSHOP, Prompt.Reader.of(language));
  }

  private static Prompt prompt(Policy policy, Prompt.Reader reader) {
    Purpose asked = policy.purpose("recommendations").orElseThrow();
    return Prompt.of(policy, policy.surface("home-row").orElseThrow(), asked, reader);
  }
}
