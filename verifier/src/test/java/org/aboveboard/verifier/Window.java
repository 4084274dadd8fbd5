package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The page in a real browser, opened from a file.
final class Window implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--host-resolver-rules=MAP * ~NOTFOUND");

  /// Everything that the page asked for beside itself.
  final List<String> requests = new ArrayList<>();

  /// What the browser complained about.
  final List<String> complaints = new ArrayList<>();

  final Page page;
  private final Playwright playwright;
  private final Browser browser;
  private String address;

  private Window(
      Playwright playwright, Path file, Browser.NewContextOptions options, String scheme) {
    this.playwright = playwright;
    this.address = file.toUri().toString();
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(ARGUMENTS)
                    .setHeadless(true));
    this.page = browser.newContext(options).newPage();
    paint(scheme);
    page.onRequest(request -> {
      if (!request.url().equals(address)) {
        requests.add(request.url());
      }
    });
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
  }

  /// Opens it; where there is no browser the tests are skipped, but never in continuous
  /// integration.
  static Window open(Path folder, int width, String scheme) throws IOException {
    boolean isThere = Files.isExecutable(CHROMIUM);
    if (!isThere && Optional.ofNullable(System.getenv("CI")).isEmpty()) {
      Assumptions.abort("There is no " + CHROMIUM + ": apt-get install chromium.");
    }
    var file = Files.write(folder.resolve("verify.html"), VerifyPage.page());
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Window(
        playwright,
        file,
        new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("en-GB"),
        scheme);
  }

  /// Playwright's own way writes the scheme in the case mapping of the default locale, which the
  /// browser then does not know.
  private void paint(String scheme) {
    var feature = new JsonObject();
    feature.addProperty("name", "prefers-color-scheme");
    feature.addProperty("value", scheme);
    var features = new JsonArray();
    features.add(feature);
    var media = new JsonObject();
    media.add("features", features);
    page.context().newCDPSession(page).send("Emulation.setEmulatedMedia", media);
  }

  /// Opens it from here on as a server under this Content-Security-Policy gives it.
  void serve(String policy) {
    address = "https://verify.example/";
    page.route(
        address,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setBodyBytes(VerifyPage.page())
                    .setContentType("text/html")
                    .setHeaders(Map.of("Content-Security-Policy", policy))));
  }

  /// Gives the page both files and returns the sentence of its answer.
  String check(Case given) {
    page.navigate(address);
    if (!given.trust().isEmpty()) {
      give("trust", given.trust().getBytes(UTF_8));
      page.waitForFunction("given.trust.length > 0");
    }
    give("receipt", given.receipt());
    page.waitForSelector("#verdict[data-verdict]");
    return sentence();
  }

  /// What the page's own function says of many.
  List<String> sentences(List<Case> all) {
    var given =
        all.stream()
            .map(one -> List.of(text(one.receipt()), text(one.trust().getBytes(UTF_8))))
            .toList();
    var said =
        page.evaluate(
            """
            async all => {
              const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0))
              const said = []
              for (const [receipt, trust] of all) {
                said.push((await check(bytes(receipt), bytes(trust))).sentence)
              }
              return said
            }
            """,
            given);
    return ((List<?>) said).stream().map(String::valueOf).toList();
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  String sentence() {
    return page.locator("#sentence").textContent();
  }

  String verdict() {
    return Optional.ofNullable(page.locator("#verdict").getAttribute("data-verdict")).orElse("");
  }

  /// Clicks and waits for the answer that follows.
  void click(String button) {
    page.click(button);
    page.waitForFunction("document.getElementById('verdict').dataset.turn == turn");
  }

  private void give(String field, byte[] bytes) {
    page.setInputFiles("#" + field + "-file", new FilePayload(field, "text/plain", bytes));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
