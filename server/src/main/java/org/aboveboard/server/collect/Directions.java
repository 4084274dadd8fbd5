package org.aboveboard.server.collect;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import org.aboveboard.server.access.AccessKey;
import org.aboveboard.server.access.Keys;

/// Tells an SDK that asks with its write key that its events go here.
@Singleton
final class Directions {
  private final Keys keys;

  @Inject
  Directions(Keys keys) {
    this.keys = keys;
  }

  Response to(String writeKey, UriInfo address) {
    boolean known =
        keys.recognise(writeKey).filter(key -> key.kind() == AccessKey.Kind.WRITE).isPresent();
    Reply reply =
        known
            ? new Reply(200, document(writeKey, address.getBaseUri()), Map.of())
            : Reply.refused(404, "unknown_key", "This write key is not known here. Check it.");
    return CrossOrigin.open(Response.status(reply.status())).entity(reply.body()).build();
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
