package org.aboveboard.server.map;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.map.Box;
import org.aboveboard.server.seen.Kind;
import org.aboveboard.server.seen.Sighting;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.When;

/// What was noticed of each box of the map, in words for staff.
record Counted(Policy policy, List<Sighting> sightings) {

  List<Fact> of(Box box) {
    return switch (box.kind()) {
      case EVENT -> facts(Kind.FLOW, parts -> parts[0].equals(box.about()));
      case SEGMENT ->
          facts(Kind.READ, parts -> parts[1].equals("audit") && box.purposes().contains(parts[0]));
      case CATEGORY -> facts(Kind.FIELD, fields(box.about()));
      case PURPOSE -> facts(Kind.READ, parts -> parts[0].equals(box.about()));
      case MODEL ->
          facts(Kind.READ, parts -> parts[1].equals("train") && box.purposes().contains(parts[0]));
      case SURFACE -> facts(Kind.READ, parts -> parts.length == 3 && parts[2].equals(box.about()));
      case VENDOR -> List.of();
    };
  }

  private Predicate<String[]> fields(String category) {
    Set<String> ids =
        policy.events().stream()
            .flatMap(event -> event.fields().stream())
            .filter(field -> field.category().equals(category))
            .map(Field::id)
            .collect(Collectors.toSet());
    return parts -> ids.contains(parts[0]);
  }

  private List<Fact> facts(Kind kind, Predicate<String[]> belongs) {
    return sightings.stream()
        .filter(one -> one.kind() == kind && belongs.test(one.name().split("/", -1)))
        .map(one -> new Fact(words(kind, one.name()), count(one)))
        .toList();
  }

  /// The name of something countable in words.
  String words(Kind kind, String name) {
    String[] parts = name.split("/", -1);
    return switch (kind) {
      case FLOW -> "“" + event(parts[0]) + "” kept for " + purpose(parts[1]);
      case FIELD -> "Field " + name + " kept";
      case READ ->
          read(parts[1])
              + " for "
              + purpose(parts[0])
              + (parts.length > 2 ? ", at “" + surface(parts[2]) + "”" : "");
      case DROPPED_EVENT, DROPPED_FIELD, DROPPED_VALUE, EGRESS, BEGAN -> name;
    };
  }

  private static String read(String use) {
    return Stream.of(Use.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(use))
        .map(one ->
            switch (one) {
              case COLLECT -> "Read to keep";
              case SERVE -> "Read to answer";
              case EXPLAIN -> "Read to say why";
              case TRAIN -> "Read to learn";
              case AUDIT -> "Read to check";
              case DISCLOSE -> "Read to hand out";
            })
        .findFirst()
        .orElse("Read");
  }

  static String count(Sighting one) {
    return String.format(Locale.ROOT, "%,d", one.count()) + ", last " + When.moment(one.last());
  }

  private String event(String id) {
    return policy.events().stream()
        .filter(event -> event.id().equals(id))
        .map(event -> event.label().plain())
        .findFirst()
        .orElse(id);
  }

  private String purpose(String id) {
    return policy.purpose(id).map(Purpose::label).map(label -> label.plain()).orElse(id);
  }

  private String surface(String id) {
    return policy.surface(id).map(Surface::label).map(label -> label.plain()).orElse(id);
  }
}
