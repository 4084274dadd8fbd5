package org.aboveboard.server.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.FieldPath;

/// Messages of the event protocol, written as a policy declares its events.
final class Messages {
  private static final String WHEN = "2026-12-24T12:00:00Z";

  private Messages() {}

  /// Somebody does something with an item, as strongly as the declaration lets them.
  static ObjectNode of(EventType type, String subject, String item) {
    ObjectNode message = undeclared(type.names().stream().sorted().findFirst().orElse(""), subject);
    message.put("type", type.type()).put("messageId", subject + "/" + type.id() + "/" + item);
    type.item().ifPresent(path -> put(message, path, TextNode.valueOf(item)));
    type.fields().forEach(field -> put(message, field.path(), value(field)));
    return message;
  }

  /// Somebody does something of that name.
  static ObjectNode undeclared(String name, String subject) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    return message
        .put("type", "track")
        .put("event", name)
        .put(subject.startsWith("a:") ? "anonymousId" : "userId", subject.substring(2))
        .put("messageId", subject + "/" + name);
  }

  private static JsonNode value(Field field) {
    return switch (field.type()) {
      case NUMBER -> DoubleNode.valueOf(field.range().map(Field.Range::most).orElse(1.0));
      case TEXT -> TextNode.valueOf("made up");
      case FLAG -> BooleanNode.TRUE;
      case TIME -> TextNode.valueOf(WHEN);
    };
  }

  private static void put(ObjectNode message, FieldPath path, JsonNode value) {
    ObjectNode at = message;
    for (FieldPath.Step step : path.steps().subList(0, path.steps().size() - 1)) {
      at =
          step.each()
              ? at.withArrayProperty(step.name()).addObject()
              : at.withObjectProperty(step.name());
    }
    at.set(path.steps().getLast().name(), value);
  }
}
