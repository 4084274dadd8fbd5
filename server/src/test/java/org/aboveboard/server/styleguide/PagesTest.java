package org.aboveboard.server.styleguide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.server.web.Rendered;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What holds for every page in every state.
final class PagesTest {
  private static final Map<String, String> PAGES = new TreeMap<>();

  private static final List<String> LOADED =
      List.of(
          "please",
          "sorry",
          "invalid",
          "oops",
          "thank you",
          "thanks",
          "miss out",
          "best experience",
          "personali[sz]ed experience",
          "enhance[sd]?",
          "don.t worry",
          "as necessary",
          "manage preferences",
          "third part(?:y|ies)",
          "purge",
          "recommender",
          "inferred",
          "cookies? policy",
          "click here",
          "simply",
          "just");

  static {
    Samples.pages("a-token").forEach((name, view) -> PAGES.put(name, Rendered.page(view)));
  }

  @Test
  void theSitesHeaderIsNotPrinted() throws IOException {
    try (InputStream css =
        Objects.requireNonNull(getClass().getResourceAsStream("/META-INF/resources/ui/ui.css"))) {
      String sheet = new String(css.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(sheet.substring(sheet.indexOf("@media print")))
          .containsPattern("[ ,]\\.top,[^}]*\\{ display: none \\}");
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingIsInline() {
    return each(page ->
        assertThat(page)
            .doesNotContainPattern("<[^>]*\\sstyle=")
            .doesNotContainPattern("<[^>]*\\son[a-z]+=")
            .doesNotContain("<script", "<style", "javascript:"));
  }

  @TestFactory
  Stream<DynamicTest> nothingComesFromElsewhere() {
    return each(
        page -> assertThat(page).doesNotContainPattern("(?:src|href|action)=\"(?:https?:)?//"));
  }

  @TestFactory
  Stream<DynamicTest> everyFormCarriesTheToken() {
    return each(page ->
        found("<form\\b.*?</form>", page)
            .forEach(form ->
                assertThat(form)
                    .contains("method=\"post\"")
                    .contains("name=\"token\" value=\"a-token\"")));
  }

  @TestFactory
  Stream<DynamicTest> everyPictureHasANameOrIsSilent() {
    return each(page ->
        found("<(?:svg|img)\\b[^>]*>", page)
            .forEach(picture ->
                assertThat(picture)
                    .containsPattern(
                        "aria-hidden=\"true\"|role=\"(?:img|group)\" aria-label=\"[^\"]")));
  }

  @TestFactory
  Stream<DynamicTest> everyPageHasOneHeadingOfItsOwnAndATitle() {
    return each(page -> {
      assertThat(found("<h1\\b", page)).hasSize(1);
      assertThat(found("<title>[^<]+ · Harbour Books</title>", page)).hasSize(1);
      assertThat(page).contains("<html lang=\"en\">", "id=\"main\"");
    });
  }

  @TestFactory
  Stream<DynamicTest> headingsSkipNoStep() {
    return each(page -> {
      int before = 1;
      Matcher heading = Pattern.compile("<h([1-6])\\b").matcher(page);
      while (heading.find()) {
        int level = Integer.parseInt(heading.group(1));
        assertThat(level).as(heading.group()).isLessThanOrEqualTo(before + 1);
        before = level;
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> anIdIsUsedOnce() {
    return each(page -> assertThat(found("\\sid=\"[^\"]*\"", page)).doesNotHaveDuplicates());
  }

  @TestFactory
  Stream<DynamicTest> whatIsPointedAtIsThere() {
    return each(page -> {
      Matcher pointer =
          Pattern.compile(
                  "aria-(?:labelledby|describedby)=\"([^\"]*)\"|\\shref=\"#([^\"]+)\"|\\sfor=\"([^\"]+)\"")
              .matcher(page);
      while (pointer.find()) {
        String id =
            Stream.of(1, 2, 3).map(pointer::group).filter(g -> g != null).findFirst().orElseThrow();
        assertThat(page).contains("id=\"" + id + "\"");
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> privacyOptionsAreInTheSamePlace() {
    return each(page ->
        assertThat(page.substring(0, page.indexOf("<main")))
            .containsPattern("<nav[^>]*>\\s*<a[^>]*>Basket</a>\\s*<a href=\"/privacy\""));
  }

  @TestFactory
  Stream<DynamicTest> theWordsAreALibrarians() {
    return each(page ->
        assertThat(found("(?i)\\b(" + String.join("|", LOADED) + ")\\b", text(page))).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> aPageIsLight() {
    return each(page -> assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(48_000));
  }

  @Test
  void theTwoAnswersAreTheSameElementInTheSameDress() {
    String page = page("shop-asking");
    List<String> answers =
        found("<button class=\"button\" name=\"answer\" value=\"(?:no|yes)\">[^<]*</button>", page);
    assertThat(answers)
        .containsExactly(
            "<button class=\"button\" name=\"answer\" value=\"no\">Don’t use it</button>",
            "<button class=\"button\" name=\"answer\" value=\"yes\">Use it</button>");
    assertThat(page).doesNotContainPattern("autofocus|checked|http-equiv=\"refresh\"");
  }

  @Test
  void thePromptIsShortEnoughToBeRead() {
    String prompt =
        found("<section class=\"card prompt\".*?<details>", page("shop-asking")).getFirst();
    assertThat(text(prompt).strip().split("\\s+")).hasSizeLessThanOrEqualTo(60);
  }

  @Test
  void theBasketAsksAndSuggestsNothing() {
    assertThat(page("shop-basket")).doesNotContain("name=\"prompt\"", "class=\"shelf\"");
  }

  @Test
  void withdrawingIsOnePress() {
    assertThat(page("privacy-home"))
        .containsPattern("<form method=\"post\" action=\"/privacy/withdraw\">.{0,300}Switch off");
  }

  private static Stream<DynamicTest> each(Consumer<String> claim) {
    return PAGES.entrySet().stream()
        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> claim.accept(page.getValue())));
  }

  private static String page(String name) {
    return Objects.requireNonNull(PAGES.get(name), name);
  }

  private static List<String> found(String pattern, String page) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(result -> result.group())
        .toList();
  }

  private static String text(String page) {
    return page.replaceAll("<[^>]*>", " ");
  }
}
