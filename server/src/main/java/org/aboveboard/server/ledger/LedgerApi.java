package org.aboveboard.server.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.aboveboard.ledger.tile.Tile;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The ledger for whoever wants to check it: checkpoint, tiles, and the policy that names its key,
/// in the formats of c2sp.org.
@Path("/ledger")
@RunOnVirtualThread
final class LedgerApi {
  private static final String TEXT = "text/plain;charset=UTF-8";
  private static final String NEVER_CHANGES = "public, max-age=31536000, immutable";
  private static final String SOON_OLD = "public, max-age=1";

  private final Ledger ledger;

  @Inject
  LedgerApi(Ledger ledger) {
    this.ledger = ledger;
  }

  @GET
  @Path("checkpoint")
  @Operation(summary = "The newest checkpoint, as a signed note (c2sp.org/tlog-checkpoint).")
  public Response checkpoint() {
    return ledger
        .checkpoint()
        .map(note -> answer(note.format(), TEXT, SOON_OLD))
        .orElseGet(() ->
            Problem.unavailable("Nothing is published yet.", "Ask again in a second.").response());
  }

  @GET
  @Path("policy")
  @Operation(summary = "The ledger's key and its witnesses (c2sp.org/tlog-policy).")
  public Response policy() {
    return answer(ledger.trust().format(), TEXT, SOON_OLD);
  }

  @GET
  @Path("tile/{name: .+}")
  @Operation(summary = "Hashes of the tree, or its entries (c2sp.org/tlog-tiles).")
  public Response tile(String name) throws IOException {
    Optional<Tile> tile = Tile.of("tile/" + name);
    Optional<byte[]> bytes = tile.isEmpty() ? Optional.empty() : ledger.tile(tile.get());
    return bytes
        .map(found -> answer(found, "application/octet-stream", NEVER_CHANGES))
        .orElseGet(() ->
            Problem.notFound(
                    "There is no such tile.", "The checkpoint says how many entries there are.")
                .response());
  }

  private static Response answer(Object body, String type, String caching) {
    return Response.ok(body, type)
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
