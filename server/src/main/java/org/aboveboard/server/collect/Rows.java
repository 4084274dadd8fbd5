package org.aboveboard.server.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.aboveboard.policy.Admission;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;

/// Makes rows of an admitted arrival: one per item it names, each with the fields that may be kept
/// of it and nothing else.
public final class Rows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Keyring keyring;

  public Rows(Keyring keyring) {
    this.keyring = keyring;
  }

  List<EventRow> of(
      InForce inForce,
      Arrival arrival,
      Admission admission,
      Subject subject,
      long consentIndex,
      Map<String, Integer> numbers) {
    List<EventRow> rows = new ArrayList<>();
    int places = Math.max(1, arrival.items().size());
    for (int place = 0; place < places; place++) {
      Optional<String> item =
          arrival.items().isEmpty() ? Optional.empty() : Optional.of(arrival.items().get(place));
      byte[] body = body(arrival, admission.fields(), item, place).getBytes(UTF_8);
      Envelope envelope = Envelope.of(subject, EventStore.THING, body);
      LocalDate from = arrival.keptFrom().atOffset(ZoneOffset.UTC).toLocalDate();
      rows.add(
          new EventRow(
              subject.number(),
              inForce.number(arrival.type()),
              signal(inForce, arrival, place).map(inForce::number),
              item.map(id -> OptionalInt.of(number(numbers, id))).orElse(OptionalInt.empty()),
              admission.purposes(),
              arrival.occurred().atOffset(ZoneOffset.UTC).toLocalDate(),
              from,
              from.plus(admission.keep()),
              consentIndex,
              message(arrival, place),
              envelope.payload(),
              envelope.commitment()));
    }
    return rows;
  }

  /// The same of an arrival that is set aside: nothing of what it says stands in the clear.
  List<QuarantineRow> aside(Arrival arrival, Waiting waiting, Subject subject, long consentIndex) {
    List<QuarantineRow> rows = new ArrayList<>();
    int places = Math.max(1, arrival.items().size());
    for (int place = 0; place < places; place++) {
      Optional<String> item = arrival.items().stream().skip(place).findFirst();
      byte[] body = body(arrival, waiting.fields(), item, place).getBytes(UTF_8);
      Envelope envelope = Envelope.of(subject, QuarantineStore.THING, body);
      rows.add(
          new QuarantineRow(
              subject.number(),
              waiting.numbers(),
              waiting.kept(),
              waiting.until(),
              consentIndex,
              message(arrival, place),
              envelope.payload(),
              envelope.commitment()));
    }
    return rows;
  }

  private static int number(Map<String, Integer> numbers, String id) {
    return Optional.ofNullable(numbers.get(id)).orElseThrow();
  }

  /// The signal the event counts for: with a threshold, only where its value reaches it.
  private static Optional<Signal> signal(InForce inForce, Arrival arrival, int place) {
    EventType type = arrival.type();
    return type.signal()
        .flatMap(inForce.policy()::signal)
        .filter(signal ->
            signal
                .counts()
                .map(threshold ->
                    value(arrival, threshold.field(), place)
                        .filter(JsonNode::isNumber)
                        .filter(value -> threshold.isMetBy(value.asDouble()))
                        .isPresent())
                .orElse(true));
  }

  private static Optional<JsonNode> value(Arrival arrival, String field, int place) {
    List<JsonNode> values = arrival.values().getOrDefault(field, List.of());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return values.size() == arrival.items().size()
        ? Optional.of(values.get(place))
        : Optional.of(values.getFirst());
  }

  private static String body(Arrival arrival, Set<Field> fields, Optional<String> item, int place) {
    ObjectNode body = JSON.createObjectNode();
    body.put("event", arrival.type().id());
    body.put("occurred", arrival.occurred().toString());
    item.ifPresent(id -> body.put("item", id));
    ObjectNode kept = body.putObject("fields");
    fields.stream()
        .sorted(Comparator.comparing(Field::name))
        .forEach(
            field -> value(arrival, field.name(), place).ifPresent(v -> kept.set(field.name(), v)));
    return body.toString();
  }

  private Bytes message(Arrival arrival, int place) {
    String id = arrival.subject() + "\n" + arrival.id() + "\n" + place;
    return Bytes.of(Arrays.copyOf(keyring.mac("message", id.getBytes(UTF_8)), 16));
  }
}
