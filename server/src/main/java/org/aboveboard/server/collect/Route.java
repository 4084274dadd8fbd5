package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/// The addresses of the protocol: six types of message, their first letters as browsers send them,
/// and three names for a batch.
final class Route {
  /// Every last part of an address that takes messages.
  static final String CALLS = "identify|track|page|screen|group|alias|batch|import|i|t|p|s|g|a|b|m";

  private static final Map<String, String> LETTERS =
      Map.of("i", "identify", "t", "track", "p", "page", "s", "screen", "g", "group", "a", "alias");

  private Route() {}

  /// Whether it carries measurements of the SDK itself, which we have no use for.
  static boolean isTelemetry(String call) {
    return call.equals("m");
  }

  /// The messages of a request to this address; empty where it should hold a batch and does not.
  static Optional<Batch> messages(String call, ObjectNode request) {
    return switch (call) {
      case "batch", "import", "b" -> Batch.many(request);
      default -> Optional.of(Batch.single(LETTERS.getOrDefault(call, call), request));
    };
  }
}
