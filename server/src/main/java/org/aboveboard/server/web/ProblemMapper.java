package org.aboveboard.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever a resource throws into a [Problem]; no stack trace leaves the server.
final class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  /// An answer that was built on purpose stays as it is; a bare status is given its words.
  @ServerExceptionMapper
  Response ended(WebApplicationException exception) {
    Response meant = exception.getResponse();
    if (meant.hasEntity() || meant.getStatus() < 400) {
      return meant;
    }
    Response answer = Problems.ofStatus(meant.getStatus()).response();
    String allow = meant.getHeaderString("Allow");
    return allow == null ? answer : Response.fromResponse(answer).header("Allow", allow).build();
  }

  @ServerExceptionMapper
  Response malformed(JsonProcessingException exception) {
    var place = exception.getLocation();
    return Problem.badRequest(
            place == null
                ? "The body is not the JSON this address takes."
                : "The body is not the JSON this address takes: look at line %d, column %d."
                    .formatted(place.getLineNr(), place.getColumnNr()),
            "Compare it with the description at /q/openapi.")
        .response();
  }

  /// The fault is ours: its number is logged with the trace, and the caller gets the number.
  @ServerExceptionMapper
  Response ours(RuntimeException exception) {
    Problem problem = Problems.ofStatus(500);
    LOG.errorf(exception, "A request failed: %s", problem.instance());
    return problem.response();
  }
}
