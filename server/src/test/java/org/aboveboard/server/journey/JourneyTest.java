package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.subject.SubjectStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a person lives through in a browser, without script unless it says otherwise.
@QuarkusTest
@TestProfile(SmallShop.Profile.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JourneyTest {
  private static final Path PICTURES = Path.of("target", "screenshots");

  @Inject SmallShop shop;
  @Inject SubjectStore subjects;
  @Inject ConsentStore consents;

  @TestHTTPResource("/")
  URI address;

  private Browsers browsers;
  private BrowserContext context;
  private Page page;

  @BeforeEach
  void walkIn() throws Exception {
    if (browsers == null) {
      browsers = Browsers.open();
      shop.open();
    }
    shop.forgetPersonas();
    context = browsers.withoutScript(origin());
    page = context.newPage();
  }

  @AfterEach
  void noRequestLeftForAnotherOrigin() {
    if (context != null) {
      context.close();
      assertThat(browsers.strays).isEmpty();
    }
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  private String origin() {
    return "http://" + address.getAuthority();
  }

  private Response open(String path) {
    return page.navigate(origin() + path);
  }

  private void as(String persona) {
    open("/shop");
    press(persona);
  }

  private void press(String words) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
        .first()
        .click();
  }

  private void pressFirst(String selector) {
    page.locator(selector).first().click();
  }

  private Locator prompt() {
    return page.locator(".card.prompt");
  }

  private Locator reasons() {
    return page.locator(".reason");
  }

  private String said() {
    return page.locator("[role=status]").first().textContent();
  }

  private void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  @Test
  void askedFairlyThenSeenThenExplainedThenGone() {
    as("Ana");
    assertThat(prompt().count()).isOne();
    assertThat(prompt().textContent()).contains("Kept", "90 days", "Shared", "If you say no");
    picture("asking");
    press("Use it");
    assertThat(said()).startsWith("On: book suggestions.");
    assertThat(reasons().count()).isEqualTo(12);
    assertThat(reasons().allTextContents()).allMatch(reason -> reason.contains("ecause"));
    picture("suggested");
    page.locator(".why").first().click();
    theNumbersAddUp();
    picture("why");
    page.getByText("Privacy options").first().click();
    pressFirst("button:has-text('Switch off')");
    assertThat(said()).startsWith("Off: book suggestions.").contains("records are erased");
    picture("withdrawn");
    open("/shop");
    assertThat(reasons().count()).isZero();
    assertThat(page.locator(".slot").textContent()).contains("Suggestions are off.", "Turn on");
  }

  /// To the last printed digit, by hand, in decimals.
  private void theNumbersAddUp() {
    List<BigDecimal> cells =
        page.locator("table td.n").allTextContents().stream().map(JourneyTest::number).toList();
    assertThat(cells.size()).isGreaterThan(2);
    BigDecimal sum =
        cells.subList(0, cells.size() - 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(cells.getLast());
    assertThat(page.locator(".sum").textContent())
        .contains("add up to this book’s score, exactly: ", "Not used: ");
  }

  private static BigDecimal number(String cell) {
    return new BigDecimal(cell.strip().replace('−', '-').replace("+", ""));
  }

  @Test
  void refusingIsAsEasyAsAgreeing() {
    as("Chi");
    BoundingBox no = prompt().getByText("Don’t use it").boundingBox();
    BoundingBox yes = prompt().getByText("Use it", exact()).boundingBox();
    assertThat(no.height).isEqualTo(yes.height);
    assertThat(no.width).isBetween(yes.width * 0.95, yes.width * 1.05);
    press("Don’t use it");
    assertThat(said()).startsWith("Off: book suggestions.");
    assertThat(prompt().count()).isZero();
    assertThat(page.locator(".slot .shelf li").count()).isEqualTo(12);
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void lookingAroundWithoutAYesLeavesNoTrace() {
    open("/shop");
    page.locator(".fresh a.name").first().click();
    assertThat(page.locator("h1").textContent()).isNotBlank();
    press("4 of 5");
    assertThat(said()).startsWith("Not kept.");
    as("Chi");
    page.locator(".fresh a.name").first().click();
    assertThat(consents.known("u:chi").stream().flatMap(k -> k.standing().choices().stream()))
        .isEmpty();
  }

  @Test
  void aBrowserThatSaysNoIsHeardUntilItsPersonSaysYesToThisByName() {
    as("Ben");
    assertThat(prompt().count()).isZero();
    assertThat(page.locator(".slot .line").textContent()).contains("Global Privacy Control");
    page.locator(".slot .line a").click();
    assertThat(prompt().textContent()).contains("A yes here counts for this alone.");
    picture("signal");
    press("Use it");
    assertThat(said()).startsWith("On: book suggestions.");
    assertThat(reasons().count()).isEqualTo(12);
  }

  @Test
  void aChildIsNotAsked() {
    as("Dee");
    assertThat(prompt().count()).isZero();
    assertThat(page.locator(".slot .line").count()).isZero();
    assertThat(open("/consent?purpose=recommendations").status()).isEqualTo(403);
  }

  @Test
  void oneThingIsForgottenAndTheRowObeys() {
    as("Ana");
    open("/consent?purpose=recommendations");
    press("Use it");
    page.locator(".why").first().click();
    String forgotten = page.locator(".bars li:has(button) .label").first().textContent();
    pressFirst(".bars li button");
    assertThat(said()).startsWith("Forgotten: what you did with ");
    String title = forgotten.substring(forgotten.indexOf('“'));
    assertThat(reasons().allTextContents()).isNotEmpty().noneMatch(r -> r.contains(title));
  }

  @Test
  void whatISaidCanBeReplayedAndTakenAway() {
    as("Ana");
    open("/consent?purpose=recommendations");
    press("Use it");
    open("/privacy");
    page.getByText("what you saw").first().click();
    assertThat(page.locator("main").textContent())
        .contains(
            "Use your purchases, ratings and reading history", "Nothing here can be pressed.");
    var copy = context.request().get(origin() + "/privacy/download");
    assertThat(copy.headers().get("content-disposition")).startsWith("attachment");
    assertThat(copy.text()).contains("\"events\"", "\"bought\"", "\"given\"");
  }

  @Test
  void erasedToTheEndWithAReceipt() {
    as("Ana");
    open("/consent?purpose=recommendations");
    press("Use it");
    open("/privacy");
    pressFirst("a[href='/privacy/erase']");
    pressFirst("a[href='/privacy/erase/sure']");
    press("Erase it");
    untilErased();
    assertThat(page.locator(".receipt").textContent())
        .contains("Receipt for what you erased", "nothing found in consent.subject");
    picture("erased");
    assertThat(subjects.find("u:ana")).isEmpty();
    open("/privacy");
    assertThat(page.locator("main").textContent()).contains("We know nothing about you yet.");
  }

  private void untilErased() {
    page.waitForCondition(
        () -> {
          page.reload();
          return page.locator(".receipt").count() == 1;
        },
        new Page.WaitForConditionOptions().setTimeout(20_000));
  }

  @Test
  void theBasketAsksNothingAndIsKeptByTheBrowserAlone() {
    as("Chi");
    page.locator(".fresh a.name").first().click();
    press("Buy");
    assertThat(page.url()).endsWith("/shop/basket");
    assertThat(page.locator(".steps li").count()).isOne();
    assertThat(prompt().count()).isZero();
    assertThat(page.locator(".shelf").count()).isZero();
  }

  @Test
  void staffSignInSeesTodayAndAStrangerDoesNot() {
    open("/operate");
    page.locator("#key").fill("ab_operator_made-up");
    press("Sign in");
    assertThat(page.locator(".trouble").textContent()).contains("There is a problem");
    pressFirst("button[value='ethics-officer']");
    assertThat(page.locator("main").textContent())
        .contains("What is wrong", "Items in it", "Ethics officer");
    picture("today");
  }

  @Test
  void theNoticeCarriesThePolicysDigest() {
    open("/transparency");
    assertThat(page.locator("main").textContent())
        .contains(shop.declaration.now().policy().digest(), "Not approved, so off for all");
    picture("notice");
  }

  @Test
  void aPressFromAnotherSiteChangesNothing() {
    var answer =
        context
            .request()
            .post(
                origin() + "/privacy/withdraw",
                RequestOptions.create()
                    .setHeader("Origin", "https://elsewhere.example")
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .setData("purpose=recommendations"));
    assertThat(answer.status()).isEqualTo(403);
  }

  /// In both themes and on a phone; the audit itself needs script, the pages do not.
  @Test
  void everybodyCanUseIt() {
    Stream.of("light", "dark")
        .forEach(scheme -> Stream.of(1160, 320).forEach(width -> audit(scheme, width)));
  }

  private void audit(String scheme, int width) {
    shop.forgetPersonas();
    try (BrowserContext scripted = browsers.withScript(origin(), width)) {
      page = scripted.newPage();
      dress(scripted, scheme);
      as("Ana");
      open("/shop");
      clean("shop", scheme, width);
      open("/consent?purpose=recommendations");
      press("Use it");
      clean("row", scheme, width);
      page.locator(".why").first().click();
      clean("why", scheme, width);
      open("/privacy");
      clean("privacy", scheme, width);
      open("/transparency");
      clean("notice", scheme, width);
    }
  }

  private void dress(BrowserContext scripted, String scheme) {
    JsonObject feature = new JsonObject();
    feature.addProperty("name", "prefers-color-scheme");
    feature.addProperty("value", scheme);
    JsonArray features = new JsonArray();
    features.add(feature);
    JsonObject media = new JsonObject();
    media.add("features", features);
    scripted.newCDPSession(page).send("Emulation.setEmulatedMedia", media);
  }

  private void clean(String name, String scheme, int width) {
    String what = name + "-" + scheme + "-" + width;
    picture(what);
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(what)
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("%s is not wider than the screen", what)
        .isEqualTo(width);
  }
}
