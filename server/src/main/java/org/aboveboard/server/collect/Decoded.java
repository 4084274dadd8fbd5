package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What the bytes of a request turned out to be.
sealed interface Decoded {

  /// One JSON object.
  record Body(ObjectNode object) implements Decoded {}

  /// Nothing that can be read: the whole request is answered with this, once.
  record Unreadable(int status, String code, String message) implements Decoded {}
}
