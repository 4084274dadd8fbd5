package org.aboveboard.server.collect;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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

  Reply to(String writeKey, URI base) {
    boolean known =
        keys.recognise(writeKey).filter(key -> key.kind() == AccessKey.Kind.WRITE).isPresent();
    return known
        ? new Reply(200, document(writeKey, base), Map.of())
        : Reply.refused(404, "unknown_key", "This write key is not known here. Check it.");
  }

  static String document(String writeKey, URI base) {
    return "{\"integrations\":{\"Segment.io\":{\"apiKey\":"
        + JsonText.quoted(writeKey)
        + ",\"apiHost\":"
        + JsonText.quoted(base.getAuthority() + "/v1")
        + ",\"protocol\":"
        + JsonText.quoted(base.getScheme())
        + "}}}";
  }
}
