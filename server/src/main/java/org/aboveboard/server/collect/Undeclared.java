package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.FieldPath;

/// The places in a message that hold something and that no declared path leads to: what is there is
/// dropped at the door. Names alone, and no more of them than a message can be believed to have.
final class Undeclared {
  private static final List<String> PARTS = List.of("properties", "traits", "context");

  /// What is read at the door to decide, and not kept.
  private static final Set<String> HEARD =
      Set.of("context.consent", "context.consentManagement", "context.gdpr", "context.minor");

  private static final int MOST = 100;

  private final List<String> found = new ArrayList<>();

  private Undeclared() {}

  static List<String> paths(EventType type, JsonNode message) {
    List<FieldPath> declared =
        Stream.concat(type.item().stream(), type.fields().stream().map(Field::path)).toList();
    Undeclared undeclared = new Undeclared();
    for (String part : PARTS) {
      undeclared.walk(part, message.path(part), 1, leading(declared, 0, part));
    }
    return undeclared.found;
  }

  /// @param declared the declared paths that lead to this node, of which `depth` steps are walked
  private void walk(String path, JsonNode node, int depth, List<FieldPath> declared) {
    if (node.isArray()) {
      node.forEach(element -> walk(path, element, depth, declared));
    }
    for (var member : node.properties()) {
      String name = path + "." + member.getKey();
      List<FieldPath> here = leading(declared, depth, member.getKey());
      boolean isField = here.stream().anyMatch(way -> way.steps().size() == depth + 1);
      if (here.isEmpty() || (!isField && member.getValue().isValueNode())) {
        note(name, member.getValue());
      } else if (!isField) {
        walk(name, member.getValue(), depth + 1, here);
      }
    }
  }

  private void note(String name, JsonNode value) {
    if (Found.isSomething(value)
        && found.size() < MOST
        && !HEARD.contains(name)
        && !found.contains(name)) {
      found.add(name);
    }
  }

  private static List<FieldPath> leading(List<FieldPath> declared, int depth, String name) {
    return declared.stream()
        .filter(way -> way.steps().size() > depth && way.steps().get(depth).name().equals(name))
        .toList();
  }
}
