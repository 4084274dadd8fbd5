package org.aboveboard.server.collect;

import java.io.InputStream;
import java.util.Optional;
import org.aboveboard.server.optout.Sent;

/// One request of an event SDK, before anything of it was read.
///
/// @param call the last part of its address: a type, a type's first letter, or a kind of batch
record Delivery(
    String call,
    Optional<String> authorization,
    Optional<String> queryKey,
    Optional<String> encoding,
    Optional<String> mediaType,
    Sent sent,
    InputStream body) {

  /// Prints nothing of what was sent.
  @Override
  public String toString() {
    return "Delivery";
  }
}
