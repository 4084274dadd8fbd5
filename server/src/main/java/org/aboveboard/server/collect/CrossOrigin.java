package org.aboveboard.server.collect;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/// The headers that let a shop's page, on an origin of its own, send events here and read the
/// answer.
///
/// Any origin may, as the write key is public; nothing here rests on a cookie.
final class CrossOrigin {
  private CrossOrigin() {}

  private static ResponseBuilder open(ResponseBuilder answer) {
    return answer
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Expose-Headers", "retry-after, x-ratelimit-reset")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("Cache-Control", "no-store");
  }

  /// A reply as an answer over HTTP.
  static Response answer(Reply reply) {
    var answer =
        open(Response.status(reply.status()))
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(reply.body());
    reply.headers().forEach(answer::header);
    return answer.build();
  }

  /// What a browser asks before it sends.
  static Response preflight() {
    return open(Response.noContent())
        .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .header(
            "Access-Control-Allow-Headers",
            "authorization, content-type, content-encoding, x-retry-count")
        .header("Access-Control-Max-Age", "86400")
        .build();
  }
}
