package org.aboveboard.server.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.policy.EventType;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.collect.Collect;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.visitor.Visitor;

/// Sends what visitors do on the shop's pages the way every event goes: decided, then kept or not.
@Singleton
final class Doings {
  private final Collect collect;
  private final Declaration declaration;
  private final InstantSource clock;

  Doings(Collect collect, Declaration declaration, InstantSource clock) {
    this.collect = collect;
    this.declaration = declaration;
    this.clock = clock;
  }

  /// Somebody opened an item's page.
  void viewed(Visitor visitor, String item) {
    if (!visitor.isOnlyFetching()) {
      send(visitor, "viewed", List.of(item), Map.of());
    }
  }

  /// Whether what somebody bought was kept.
  boolean bought(Visitor visitor, List<String> items) {
    return send(visitor, "bought", items, Map.of());
  }

  /// Whether the stars somebody gave were kept.
  boolean rated(Visitor visitor, String item, int stars) {
    return send(visitor, "rated", List.of(item), Map.of("value", List.of(IntNode.valueOf(stars))));
  }

  private boolean send(
      Visitor visitor, String event, List<String> items, Map<String, List<JsonNode>> values) {
    return type(event)
        .map(type -> collect.take(List.of(arrival(visitor, type, items, values))).getFirst())
        .map(taken ->
            switch (taken) {
              case Taken.Kept _, Taken.Repeated _ -> true;
              case Taken.Withheld _ -> false;
            })
        .orElse(false);
  }

  private Arrival arrival(
      Visitor visitor, EventType type, List<String> items, Map<String, List<JsonNode>> values) {
    Instant now = clock.instant();
    return new Arrival(
        UUID.randomUUID().toString(),
        visitor.name(),
        type,
        items,
        values,
        now,
        now,
        visitor.optOuts(declaration.now()),
        visitor.isMinor());
  }

  private Optional<EventType> type(String event) {
    return declaration.now().policy().events().stream()
        .filter(type -> type.id().equals(event))
        .findFirst();
  }
}
