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
import java.net.URI;
import org.aboveboard.server.access.AccessKey;
import org.aboveboard.server.access.Keys;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The document a browser's or a phone's SDK fetches first: where this write key's events go. It
/// names no third party, so nothing is loaded from one.
@Path("/{root: (v1/)?projects}/{writeKey}/settings")
@RunOnVirtualThread
final class SettingsApi {
  private final Keys keys;

  @Inject
  SettingsApi(Keys keys) {
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tells an event SDK where to send.")
  public Response settings(@PathParam("writeKey") String writeKey, @Context UriInfo address) {
    boolean known =
        keys.recognise(writeKey).filter(key -> key.kind() == AccessKey.Kind.WRITE).isPresent();
    Reply reply =
        known
            ? new Reply(200, document(writeKey, address.getBaseUri()), java.util.Map.of())
            : Reply.refused(404, "unknown_key", "This write key is not known here. Check it.");
    return CrossOrigin.open(Response.status(reply.status())).entity(reply.body()).build();
  }

  @OPTIONS
  @Operation(hidden = true)
  public Response preflight() {
    return CrossOrigin.preflight(Response.noContent()).build();
  }

  static String document(String writeKey, URI base) {
    return """
    {"integrations":{"Segment.io":{"apiKey":%s,"apiHost":%s,"protocol":%s}}}\
    """
        .formatted(
            JsonText.quoted(writeKey),
            JsonText.quoted(base.getAuthority() + "/v1"),
            JsonText.quoted(base.getScheme()));
  }
}
