package org.aboveboard.server.collect;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The document a browser's or a phone's SDK fetches first: where this write key's events go. It
/// names no third party, so nothing is loaded from one.
@Path("/v1/projects/{writeKey}/settings")
@RunOnVirtualThread
final class SettingsApi {
  private final Directions directions;

  @Inject
  SettingsApi(Directions directions) {
    this.directions = directions;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tells an event SDK where to send.")
  public Response settings(@PathParam("writeKey") String writeKey, @Context UriInfo address) {
    return CrossOrigin.answer(directions.to(writeKey, address.getBaseUri()));
  }

  @OPTIONS
  @Operation(hidden = true)
  public Response preflight() {
    return CrossOrigin.preflight();
  }
}
