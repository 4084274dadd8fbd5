package org.aboveboard.server.collect;

import jakarta.ws.rs.core.Response.ResponseBuilder;

/// The headers that let a shop's page, on an origin of its own, send events here and read the
/// answer.
///
/// Any origin may, as the write key is public; nothing here rests on a cookie.
final class CrossOrigin {
  private CrossOrigin() {}

  static ResponseBuilder open(ResponseBuilder answer) {
    return answer
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Expose-Headers", "retry-after, x-ratelimit-reset")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("Cache-Control", "no-store");
  }

  /// What a browser asks before it sends.
  static ResponseBuilder preflight(ResponseBuilder answer) {
    return open(answer)
        .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .header(
            "Access-Control-Allow-Headers",
            "authorization, content-type, content-encoding, x-retry-count")
        .header("Access-Control-Max-Age", "86400");
  }
}
