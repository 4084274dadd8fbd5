package org.aboveboard.server.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.aboveboard.verifier.VerifyPage;

/// Says to browsers what pages of this server may do: nothing from elsewhere, nothing inline.
///
/// Holds for every answer, files and errors included. What is personal is never kept by a cache;
/// only the style sheet and the fonts are, since their address names their bytes.
@Singleton
final class SecurityHeaders {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri"
          + " 'none'; require-trusted-types-for 'script'";

  /// The page that comes with the OpenAPI description carries a script of its own in the page.
  static final String POLICY_OF_THE_API_PAGE =
      "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

  /// The page that checks receipts is one file that works by itself; it asks nobody for anything.
  static final String POLICY_OF_THE_CHECK =
      "default-src 'none'; script-src '"
          + VerifyPage.scriptDigest()
          + "'; style-src '"
          + VerifyPage.styleDigest()
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String CHECK = "/receipt/check";

  static final String NOTHING =
      "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(),"
          + " gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(),"
          + " payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(),"
          + " xr-spatial-tracking=()";

  private static final int FIRST = 1000;

  void register(@Observes Filters filters) {
    filters.register(SecurityHeaders::add, FIRST);
  }

  private static void add(RoutingContext request) {
    String path = request.normalizedPath();
    MultiMap headers = request.response().headers();
    headers.set("Content-Security-Policy", policy(path));
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Permissions-Policy", NOTHING);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    if (!isOfTheApi(path) && !isOfTheLedger(path)) {
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
    if (!isOfTheLedger(path)) {
      headers.set("Cache-Control", caching(path));
    }
    if ("https".equals(request.request().scheme())) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    request.next();
  }

  static String policy(String path) {
    if (path.equals(CHECK)) {
      return POLICY_OF_THE_CHECK;
    }
    return path.equals("/docs") || path.startsWith("/docs/") ? POLICY_OF_THE_API_PAGE : POLICY;
  }

  static String caching(String path) {
    return path.startsWith("/ui/") ? "public, max-age=31536000, immutable" : "no-store";
  }

  /// What is published is everybody's to read and to keep, and says itself for how long it holds.
  private static boolean isOfTheLedger(String path) {
    return path.startsWith("/ledger/");
  }

  /// Browsers of other origins may send events, so what the API answers is theirs to read.
  private static boolean isOfTheApi(String path) {
    return path.startsWith("/v1/") || path.startsWith("/projects/");
  }
}
