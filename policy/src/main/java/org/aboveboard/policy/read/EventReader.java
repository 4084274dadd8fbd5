package org.aboveboard.policy.read;

import static org.aboveboard.policy.Spoken.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.FieldType;

/// Reads one event and its fields.
final class EventReader {

  private final String id;
  private final Reading file;
  private final Crossings crossings;

  EventReader(String id, Reading file, Crossings crossings) {
    this.id = id;
    this.file = file;
    this.crossings = crossings;
  }

  EventType read() {
    var event =
        new EventType(
            id,
            file.words("label"),
            file.oneOf("type", EventType.TYPES),
            Set.copyOf(file.texts("names")),
            file.has("item") ? Optional.of(file.path("item")) : Optional.empty(),
            file.has("signal") ? Optional.of(file.link("signal", Kind.SIGNAL)) : Optional.empty(),
            file.link("category", Kind.CATEGORY),
            Set.copyOf(file.links("purposes", Kind.PURPOSE)),
            fields());
    if (event.type().equals("track") && event.names().isEmpty()) {
      file.fault("names", "A track event needs names.", "Add 'names: [Product Viewed]'.");
    }
    if (event.signal().isPresent() && event.item().isEmpty()) {
      file.fault("signal", "A signal needs an item.", "Add 'item:' with the path of its id.");
    }
    if (event.purposes().isEmpty()) {
      file.fault("purposes", "No purpose needs this event.", "Name one, or remove the file.");
    }
    crossings.event(event, file);
    return event;
  }

  private List<Field> fields() {
    var fields = new ArrayList<Field>();
    file.blocks("fields")
        .forEach((name, block) -> {
          var field = field(name, block);
          block.done();
          fields.add(field);
          crossings.field(field, block);
        });
    return fields;
  }

  private Field field(String name, Reading block) {
    file.refuseUnlessId(name, "fields");
    var purposes = block.links("purposes", Kind.PURPOSE);
    if (purposes.isEmpty()) {
      block.fault(
          "purposes", say("No purpose needs '%s'.", name), "Name one, or remove the field.");
    }
    var type = block.oneOf("type", FieldType.class, FieldType.TEXT);
    return new Field(
        id + "." + name,
        name,
        block.path("path"),
        type,
        range(block, type),
        block.link("category", Kind.CATEGORY),
        Set.copyOf(purposes));
  }

  private static Optional<Field.Range> range(Reading block, FieldType type) {
    if (!block.has("least") && !block.has("most")) {
      return Optional.empty();
    }
    var range = new Field.Range(block.number("least"), block.number("most"));
    if (type != FieldType.NUMBER) {
      block.fault("least", "Only a number has a range.", "Remove 'least' and 'most'.");
    } else if (range.least() > range.most()) {
      block.fault("least", "'least' is above 'most'.", "Write the smaller number as 'least'.");
    }
    return Optional.of(range);
  }
}
