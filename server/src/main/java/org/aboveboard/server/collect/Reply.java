package org.aboveboard.server.collect;

import java.time.Duration;
import java.util.Map;

/// An answer to an event SDK: always JSON, since some senders repeat a request whose answer they
/// cannot parse.
record Reply(int status, String body, Map<String, String> headers) {

  /// What every sender reads as "done".
  static final Reply DONE = new Reply(200, "{\"success\":true}", Map.of());

  Reply {
    headers = Map.copyOf(headers);
  }

  /// A refusal of the whole request; `code` and `message` hold nothing that was sent.
  static Reply refused(int status, String code, String message) {
    return new Reply(status, error(code, message), Map.of());
  }

  /// A request to come back later, in whole seconds.
  static Reply later(int status, String code, String message, Duration wait) {
    String seconds = Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    return new Reply(
        status, error(code, message), Map.of("Retry-After", seconds, "X-RateLimit-Reset", seconds));
  }

  private static String error(String code, String message) {
    return "{\"success\":false,\"code\":"
        + JsonText.quoted(code)
        + ",\"message\":"
        + JsonText.quoted(message)
        + "}";
  }
}
