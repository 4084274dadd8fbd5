package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.ledger.note.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyPageTest {
  private static final Path SHOTS = Path.of("target", "verify-page");

  @TempDir private Path folder;

  @Test
  void thePageIsSmallAndNamesNoOtherPlace() {
    var page = new String(VerifyPage.page(), UTF_8);
    assertThat(VerifyPage.page().length).isLessThan(30_000);
    assertThat(page)
        .doesNotContain("http:", "innerHTML", "fetch(", "import(", "eval(", " style=", " onclick")
        .containsPattern("default-src 'none'");
  }

  @Test
  void itsScriptAndStyleAreAllowedByTheirDigests() {
    assertThat(VerifyPage.scriptDigest()).matches("sha256-[A-Za-z0-9+/]{43}=");
    assertThat(VerifyPage.styleDigest())
        .matches("sha256-[A-Za-z0-9+/]{43}=")
        .isNotEqualTo(VerifyPage.scriptDigest());
    var page = new String(VerifyPage.page(), UTF_8);
    assertThat(page.split("<script", -1)).hasSize(2);
    assertThat(page.split("<style", -1)).hasSize(2);
  }

  @Test
  void itWorksWhereNothingButItsDigestsIsAllowed() throws IOException {
    var strict = "default-src 'none'; script-src '%s'; style-src '%s'; img-src data:";
    var good = Cases.good().getFirst();
    try (var window = Window.open(folder, 1000, "light")) {
      window.serve(
          strict
              .replaceFirst("%s", VerifyPage.scriptDigest())
              .replace("%s", VerifyPage.styleDigest()));
      assertThat(window.check(good)).isEqualTo(good.words());
      assertThat(window.requests).isEmpty();
      assertThat(window.complaints).isEmpty();
      assertThat(window.page.evaluate("getComputedStyle(document.body).margin")).isEqualTo("0px");
    }
  }

  /// The words of Java are the master.
  @Test
  void itSaysWhatTheCommandLineSaysOfEveryReceipt() throws IOException {
    try (var window = Window.open(folder, 1000, "light")) {
      for (var good : Cases.good()) {
        assertThat(window.check(good)).isEqualTo(good.words());
      }
      assertSameWords(window, Cases.good());
      assertSameWords(window, Cases.bad());
      assertThat(window.requests).isEmpty();
      assertThat(window.complaints).isEmpty();
    }
  }

  @Test
  void itSaysWhatTheCommandLineSaysOfDamageByChance() throws IOException {
    var good = Cases.good();
    var believing = good.stream().filter(one -> one.trust().contains("\n")).toList();
    var damaged = new ArrayList<Case>();
    for (long seed = 0; seed < 1_500; seed++) {
      var random = new SplittableRandom(seed);
      var base = good.get(random.nextInt(good.size()));
      damaged.add(base.bytes("seed " + seed, "", Damage.of(base.receipt(), random)));
      var other = believing.get(random.nextInt(believing.size()));
      var policy = Damage.of(other.trust().getBytes(US_ASCII), random);
      damaged.add(other.trusting("policy by seed " + seed, "", new String(policy, ISO_8859_1)));
    }
    damaged.removeIf(one -> isOther(one.octets()));
    try (var window = Window.open(folder, 1000, "light")) {
      window.check(good.getFirst());
      assertSameWords(window, damaged);
    }
  }

  /// What the command line takes for a journal extract is nothing for the page.
  private static boolean isOther(String receipt) {
    return receipt.isEmpty() || " \t\r\n{".indexOf(receipt.charAt(0)) >= 0;
  }

  private void assertSameWords(Window window, List<Case> all) throws IOException {
    var scripted = window.sentences(all);
    var differing = new ArrayList<String>();
    for (int i = 0; i < all.size(); i++) {
      var java = Shell.check(all.get(i), folder).sentence();
      if (!java.equals(scripted.get(i)) || !java.startsWith(all.get(i).words())) {
        differing.add(all.get(i) + "\n  java: " + java + "\n  page: " + scripted.get(i));
      }
    }
    assertThat(differing).as("of %s receipts", all.size()).isEmpty();
  }

  /// Random bytes, of which every second is a point, and the edges of the field.
  @Test
  void itTakesTheSameBytesForPublicKeys() throws IOException {
    var random = new SplittableRandom(3);
    var keys = new ArrayList<String>();
    for (int i = 0; i < 1_024; i++) {
      var edge = (i % 2 == 0 ? "00" : "ff").repeat(30) + List.of("00", "7f", "80", "ff").get(i % 4);
      var start = HexFormat.of().toHexDigits((byte) (i / 4));
      keys.add(i % 3 == 0 ? Papers.hash(random).hex() : start + edge);
    }
    try (var window = Window.open(folder, 1000, "light")) {
      window.check(Cases.good().getFirst());
      var script = "all => all.map(k => isPoint(Uint8Array.from(k.match(/../g), x => +`0x${x}`)))";
      assertThat(window.page.evaluate(script, keys))
          .isEqualTo(keys.stream().map(VerifyPageTest::isKey).toList());
    }
    assertThat(keys.stream().filter(VerifyPageTest::isKey)).hasSizeBetween(200, 800);
  }

  private static boolean isKey(String hex) {
    var bytes = HexFormat.of().parseHex(hex);
    return VerifierKey.of("key", KeyKind.NOTE_ED25519, bytes).isPresent();
  }

  @Test
  void whatItCannotCheckIsNeverAYes() throws IOException {
    var random = new SplittableRandom(5);
    var receipt = Papers.receipt(Papers.chained(random), 3, 8, random, Papers.ONE, Papers.LATTICE);
    var lattice = Case.of("ML-DSA", receipt, Papers.policy("quorum pq"), "Verified: ");
    var either = lattice.trusting("either", "", Papers.policy("group g any one pq", "quorum g"));
    assertThat(Shell.check(lattice, folder).sentence()).startsWith("Verified: ");
    try (var window = Window.open(folder, 1000, "light")) {
      assertThat(window.check(lattice))
          .isEqualTo("Not checked: this page cannot check the quorum pq.");
      assertThat(window.page.locator("#verdict").textContent())
          .contains("The cosignature of pq is not checked here; use the command line.");
      assertThat(window.check(either)).isEqualTo(Shell.check(either, folder).sentence());
      window.page.addInitScript("SubtleCrypto.prototype.importKey = async () => { throw 0 }");
      assertThat(window.check(Cases.good().getFirst()))
          .isEqualTo("Not checked: this page cannot check the log\u2019s signature.");
      assertThat(window.page.locator("#cure").textContent())
          .startsWith("This browser cannot check Ed25519 signatures");
    }
  }

  @Test
  void noYesOutlivesWhatItWasAbout() throws IOException {
    try (var window = Window.open(folder, 1000, "light")) {
      var good = Cases.good().getFirst();
      assertThat(window.check(good)).isEqualTo(good.words());
      window.page.fill("#trust", "");
      window.page.waitForSelector("#verdict[data-verdict=unchecked]");
      window.page.fill("#trust", good.trust());
      window.page.waitForSelector("#verdict[data-verdict=verified]");
      window.page.fill("#receipt", "");
      window.page.waitForSelector("#verdict[data-verdict=unchecked]");
      assertThat(window.check(good)).isEqualTo(good.words());
      window.page.evaluate("void (crypto.subtle.digest = () => { throw new Error() })");
      window.page.click("button.main");
      window.page.waitForSelector("#verdict[data-verdict=unchecked]");
      assertThat(window.sentence()).isEqualTo("Not checked: this page itself failed.");
    }
  }

  @Test
  void breakingItShowsThatAndWhereItFails() throws IOException {
    for (var scheme : List.of("light", "dark")) {
      try (var window = Window.open(folder, 320, scheme)) {
        var good = Cases.good().get(14);
        assertThat(window.check(good)).startsWith("Verified: ");
        shoot(window, scheme + "-verified");
        assertThat(width(window)).isLessThanOrEqualTo(320);
        for (int i = 0; i < 20; i++) {
          window.click("#break");
          assertThat(window.verdict()).isNotEqualTo("verified");
          assertThat(window.page.locator("#notes").textContent())
              .startsWith("One bit was flipped, in line ");
        }
        shoot(window, scheme + "-refuted");
        assertThat(width(window)).isLessThanOrEqualTo(320);
        window.click("#mend");
        assertThat(window.sentence()).isEqualTo(good.words());
        assertThat(window.page.locator("#notes").textContent()).doesNotContain("flipped");
      }
    }
  }

  /// Nobody who is believed signed that line, so the page must not pretend to have noticed.
  @Test
  void aBitInTheLineOfSomebodyNotBelievedChangesNothingAndIsSaid() throws IOException {
    var good = Cases.good().stream().filter(c -> c.name().endsWith("by key alone")).findFirst();
    try (var window = Window.open(folder, 1000, "light")) {
      assertThat(window.check(good.orElseThrow())).startsWith("Verified: ");
      int bit = 8 * (good.orElseThrow().receipt().length - 9);
      window.page.evaluate("void (crypto.getRandomValues = a => { a[0] = " + bit + "; return a })");
      window.click("#break");
      assertThat(window.verdict()).isEqualTo("verified");
      assertThat(window.page.locator("#notes").textContent())
          .contains("It lies in the signature of somebody whom you do not believe");
    }
  }

  @Test
  void aReceiptCanBePastedAndCheckedByKeyboard() throws IOException {
    try (var window = Window.open(folder, 1000, "dark")) {
      var good = Cases.good().get(13);
      assertThat(window.check(good)).isEqualTo(good.words());
      shoot(window, "wide");
      window.page.reload();
      window.page.fill("#receipt", good.text());
      window.page.fill("#trust", good.trust());
      window.page.focus("#trust");
      window.page.keyboard().press("Tab");
      window.page.keyboard().press("Tab");
      window.page.keyboard().press("Enter");
      window.page.waitForSelector("#verdict[data-verdict=verified]");
      assertThat(window.sentence()).isEqualTo(good.words());
      assertThat(window.page.locator("#said").textContent())
          .contains("purpose", "recommend", "2026-11-24 23:00:00 UTC");
      assertThat(window.page.locator("#steps li").count()).isGreaterThan(5);
      assertThat(window.page.locator("#verdict").getAttribute("aria-live")).isEqualTo("polite");
    }
  }

  private static int width(Window window) {
    return (Integer) window.page.evaluate("document.documentElement.scrollWidth");
  }

  /// Keeps a picture, to be looked at.
  private static void shoot(Window window, String name) {
    window.page.evaluate("document.getElementById('verdict').scrollIntoView()");
    window.page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }
}
