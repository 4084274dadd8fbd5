package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.policy.FieldPath;

/// What a declared path finds in a message and what is something: a value, or what should be one.
final class Found {
  private Found() {}

  static List<JsonNode> at(FieldPath path, JsonNode message) {
    List<JsonNode> nodes = List.of(message);
    for (FieldPath.Step step : path.steps()) {
      nodes = step(step, nodes);
    }
    return nodes.stream().filter(Found::isSomething).toList();
  }

  /// Null and what is empty hold nothing.
  static boolean isSomething(JsonNode node) {
    return !node.isNull() && !(node.isContainerNode() && node.isEmpty());
  }

  private static List<JsonNode> step(FieldPath.Step step, List<JsonNode> nodes) {
    List<JsonNode> next = new ArrayList<>();
    for (JsonNode node : nodes) {
      JsonNode member = node.path(step.name());
      if (step.each()) {
        member.forEach(next::add);
      } else if (!member.isMissingNode()) {
        next.add(member);
      }
    }
    return next;
  }
}
