package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The messages of one request, with what the request says about all of them.
record Batch(List<JsonNode> items, Optional<String> type, ObjectNode shared) {
  private static final List<String> MERGED = List.of("context", "integrations");

  Batch {
    items = List.copyOf(items);
  }

  /// A request that is one message of the type its route names.
  static Batch single(String type, ObjectNode message) {
    return new Batch(List.of(message), Optional.of(type), JsonNodeFactory.instance.objectNode());
  }

  /// A request that holds many; empty where its `batch` is no list.
  static Optional<Batch> many(ObjectNode request) {
    return request.get("batch") instanceof ArrayNode list
        ? Optional.of(new Batch(list.valueStream().toList(), Optional.empty(), request))
        : Optional.empty();
  }

  /// The message's type: the route's where it names one.
  String typeOf(JsonNode item) {
    return type.orElseGet(() -> item.path("type").asText(""));
  }

  Optional<Instant> sentAt(JsonNode item) {
    return Occurrence.instant(shared, "sentAt").or(() -> Occurrence.instant(item, "sentAt"));
  }

  /// Every context that speaks for this item: the batch's and its own.
  List<JsonNode> contexts(JsonNode item) {
    return List.of(shared.path("context"), item.path("context"));
  }

  /// The item with the batch's context beneath its own, and without the key it came with.
  ObjectNode merged(ObjectNode item) {
    ObjectNode merged = item.deepCopy();
    merged.remove("writeKey");
    for (String field : MERGED) {
      if (shared.get(field) instanceof ObjectNode beneath) {
        ObjectNode own = merged.withObjectProperty(field);
        beneath.properties().stream()
            .filter(entry -> !own.has(entry.getKey()))
            .forEach(entry -> own.set(entry.getKey(), entry.getValue()));
      }
    }
    return merged;
  }
}
