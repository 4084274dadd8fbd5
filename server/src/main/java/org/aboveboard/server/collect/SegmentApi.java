package org.aboveboard.server.collect;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.optout.Carriers;
import org.aboveboard.server.optout.Requested;
import org.aboveboard.server.web.Trace;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/// The Segment tracking protocol, as its SDKs speak it unmodified.
@Path("/v1/{call: (" + Route.CALLS + ")}")
@RunOnVirtualThread
final class SegmentApi {
  private static final Logger LOG = Logger.getLogger(SegmentApi.class);

  private final Reception reception;
  private final Requested requested;

  @Inject
  SegmentApi(
      Keys keys,
      Carriers carriers,
      Requested requested,
      Intake intake,
      InstantSource clock,
      @ConfigProperty(name = "aboveboard.events.rate", defaultValue = "50000") double perSecond,
      @ConfigProperty(name = "aboveboard.events.burst", defaultValue = "200000") double burst) {
    this.reception =
        new Reception(Limits.PROTOCOL, keys, new Rates(perSecond, burst), carriers, intake, clock);
    this.requested = requested;
  }

  @POST
  @Operation(summary = "Takes one message, or a batch of them, as event SDKs send it.")
  public Response receive(
      @PathParam("call") String call,
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo address)
      throws IOException {
    return CrossOrigin.answer(
        received(
            new Delivery(
                call,
                header(headers, HttpHeaders.AUTHORIZATION),
                Optional.ofNullable(address.getQueryParameters().getFirst("writeKey")),
                header(headers, HttpHeaders.CONTENT_ENCODING),
                header(headers, HttpHeaders.CONTENT_TYPE),
                requested.sent(),
                body)));
  }

  @OPTIONS
  @Operation(hidden = true)
  public Response preflight() {
    return CrossOrigin.preflight();
  }

  /// The one place that catches everything: a fault of ours must read as "send it again later", for
  /// an SDK forgets a batch on anything else.
  private Reply received(Delivery delivery) throws IOException {
    try {
      return reception.receive(delivery);
    } catch (RuntimeException fault) {
      LOG.errorf(
          "Messages could not be taken in; their sender was told to try again.%n%s",
          Trace.of(fault));
      return Reply.later(
          503, "unavailable", "The store cannot take events now.", Duration.ofSeconds(5));
    }
  }

  private static Optional<String> header(HttpHeaders headers, String name) {
    return Optional.ofNullable(headers.getRequestHeaders().getFirst(name));
  }
}
