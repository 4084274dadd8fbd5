package org.aboveboard.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/// What went wrong with a request to our own endpoints, why, and what to do (RFC 9457).
///
/// `detail` says why, `cure` what to change. `instance` is a number to quote: it names this one
/// answer and nothing else, since a path may hold an identifier. Nothing that was sent is repeated.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String detail, String cure, String instance) {

  /// The media type of a problem.
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final int SOON = 5;

  /// A problem of this status; `type` is one word, the same for the same kind of mistake.
  public static Problem of(int status, String type, String title, String detail, String cure) {
    return new Problem(
        "urn:aboveboard:problem:" + type,
        title,
        status,
        detail,
        cure,
        "urn:uuid:" + UUID.randomUUID());
  }

  public static Problem badRequest(String detail, String cure) {
    return of(400, "bad-request", "The request cannot be read", detail, cure);
  }

  public static Problem unauthorized(String detail, String cure) {
    return of(401, "unauthorized", "We do not know who is asking", detail, cure);
  }

  public static Problem forbidden(String detail, String cure) {
    return of(403, "forbidden", "This caller may not do this", detail, cure);
  }

  public static Problem notFound(String detail, String cure) {
    return of(404, "not-found", "There is nothing here", detail, cure);
  }

  public static Problem conflict(String detail, String cure) {
    return of(409, "conflict", "The request does not fit what is there", detail, cure);
  }

  public static Problem tooLarge(String detail, String cure) {
    return of(413, "too-large", "The request is too large", detail, cure);
  }

  public static Problem unavailable(String detail, String cure) {
    return of(503, "unavailable", "This cannot be done just now", detail, cure);
  }

  /// The answer that carries it.
  public Response response() {
    var answer =
        Response.status(status)
            .type(MediaType.valueOf(MEDIA_TYPE))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(this);
    challenge().ifPresent(scheme -> answer.header(HttpHeaders.WWW_AUTHENTICATE, scheme));
    wait(status).ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
    return answer.build();
  }

  /// It as an exception, for places that cannot return an answer.
  public WebApplicationException thrown() {
    return new WebApplicationException(title, response());
  }

  /// After how many seconds to look again, where waiting helps.
  private static Optional<Integer> wait(int status) {
    return status == 503 ? Optional.of(SOON) : Optional.empty();
  }

  private Optional<String> challenge() {
    return status == 401 ? Optional.of("Bearer realm=\"aboveboard\"") : Optional.empty();
  }
}
