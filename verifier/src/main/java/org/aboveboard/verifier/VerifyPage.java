package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.aboveboard.ledger.Hash;

/// The page that checks receipts in a browser: one file that asks nothing of anybody, so that it
/// can be served, mailed, or kept on a disk.
///
/// It has one inline script and one inline style. A server that serves it under a strict policy
/// allows these two by their digests.
public final class VerifyPage {
  private static final byte[] PAGE = read();

  private VerifyPage() {}

  public static byte[] page() {
    return PAGE.clone();
  }

  /// `sha256-…` of the script, as a Content-Security-Policy names it.
  public static String scriptDigest() {
    return digest("script");
  }

  /// `sha256-…` of the style.
  public static String styleDigest() {
    return digest("style");
  }

  private static String digest(String tag) {
    var page = new String(PAGE, UTF_8);
    int from = page.indexOf("<" + tag + ">") + tag.length() + 2;
    var content = page.substring(from, page.indexOf("</" + tag + ">", from));
    return "sha256-"
        + Base64.getEncoder().encodeToString(Hash.sha256(content.getBytes(UTF_8)).bytes());
  }

  private static byte[] read() {
    try (var in =
        Optional.ofNullable(VerifyPage.class.getResourceAsStream("verify.html")).orElseThrow()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the page is not in this program", e);
    }
  }
}
