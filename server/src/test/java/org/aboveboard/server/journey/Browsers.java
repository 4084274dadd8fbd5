package org.aboveboard.server.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/// Chromium, which notes each request that wants to leave for another origin.
final class Browsers implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          // whatever is asked of another machine is not found
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

  /// Requests that wanted to leave.
  final List<String> strays = new CopyOnWriteArrayList<>();

  private final Playwright playwright;
  private final Browser browser;

  private Browsers(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Starts it; where there is none the tests are skipped, but never in continuous integration.
  static Browsers open() {
    boolean isThere = Files.isExecutable(CHROMIUM);
    if (!isThere && Optional.ofNullable(System.getenv("CI")).isEmpty()) {
      Assumptions.abort("There is no " + CHROMIUM + ": apt-get install chromium.");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browsers(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(ARGUMENTS)
                    .setHeadless(true)));
  }

  BrowserContext withoutScript(String origin) {
    return watched(origin, options(1160).setJavaScriptEnabled(false));
  }

  /// With script, for the audit that needs it, and past the policy that forbids us any.
  BrowserContext withScript(String origin, int width) {
    return watched(origin, options(width).setBypassCSP(true));
  }

  private static Browser.NewContextOptions options(int width) {
    return new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("en-GB");
  }

  private BrowserContext watched(String origin, Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.onRequest(request -> {
      String url = request.url();
      if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("about:")) {
        strays.add(url);
      }
    });
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
