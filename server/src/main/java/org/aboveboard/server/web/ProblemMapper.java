package org.aboveboard.server.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever a resource throws into a [Problem]; no stack trace leaves the server.
final class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  /// An answer that was built on purpose stays as it is; a bare status is given its words.
  @ServerExceptionMapper
  public Response ended(WebApplicationException exception) {
    Response meant = exception.getResponse();
    if (meant.hasEntity() || meant.getStatus() < 400) {
      return meant;
    }
    switch (exception.getCause()) {
      case UnrecognizedPropertyException unknown -> {
        return unknown(unknown);
      }
      case JsonProcessingException malformed -> {
        return malformed(malformed);
      }
      case null, default -> {}
    }
    return Problems.ofStatus(isBadParameter(exception) ? 400 : meant.getStatus()).response();
  }

  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException exception) {
    return malformed(exception);
  }

  /// The names are those the address takes, never the one that was sent.
  @ServerExceptionMapper
  public Response unknown(UnrecognizedPropertyException exception) {
    return Problem.badRequest(
            "The body holds a field this address does not take"
                + where(exception.getLocation())
                + ".",
            "Send only these: "
                + exception.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "))
                + ".")
        .response();
  }

  @ServerExceptionMapper
  public Response malformed(JsonProcessingException exception) {
    return Problem.badRequest(
            "The body is not the JSON this address takes" + where(exception.getLocation()) + ".",
            "Compare it with the description at /openapi.")
        .response();
  }

  /// The fault is ours: its number is logged with its place, and the caller gets the number.
  @ServerExceptionMapper
  public Response ours(RuntimeException exception) {
    Problem problem = Problems.ofStatus(500);
    LOG.errorf("A request failed: %s%n%s", problem.instance(), Trace.of(exception));
    return problem.response();
  }

  /// The framework says "not found" of a parameter that it cannot convert.
  private static boolean isBadParameter(WebApplicationException exception) {
    return exception instanceof NotFoundException && exception.getCause() != null;
  }

  private static String where(JsonLocation place) {
    return place == null || place.getLineNr() < 1
        ? ""
        : ": look at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}
