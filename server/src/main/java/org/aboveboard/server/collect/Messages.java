package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aboveboard.server.collect.Outcome.Refused;
import org.aboveboard.server.optout.Carriers;
import org.aboveboard.server.optout.Sent;

/// Turns the items of a request into messages, and refuses one by one what cannot be one: a bad
/// message never takes its neighbours with it.
final class Messages {
  private static final Set<String> TYPES =
      Set.of("identify", "track", "page", "screen", "group", "alias");
  private static final List<String> IDENTIFIERS =
      List.of("userId", "anonymousId", "event", "name", "groupId", "previousId");

  private final Limits limits;
  private final Carriers carriers;

  Messages(Limits limits, Carriers carriers) {
    this.limits = limits;
    this.carriers = carriers;
  }

  Readings read(Batch batch, Instant receivedAt, Sent sent) {
    List<Message> messages = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (int place = 0; place < batch.items().size(); place++) {
      JsonNode item = batch.items().get(place);
      Optional<Fault> fault = fault(batch, item, receivedAt);
      if (fault.isEmpty() && item instanceof ObjectNode object) {
        messages.add(message(batch, object, place, receivedAt, sent));
      } else {
        refused.add(refused(item, place, fault.orElse(NO_OBJECT)));
      }
    }
    return new Readings(messages, refused);
  }

  private static final Fault NO_OBJECT =
      new Fault("The message is no JSON object.", "Send {\"type\": \"track\", ...}.");

  private Optional<Fault> fault(Batch batch, JsonNode item, Instant receivedAt) {
    return Stream.<Supplier<Optional<Fault>>>of(
            () -> item.isObject() ? Optional.empty() : Optional.of(NO_OBJECT),
            () -> Bounds.fault(item, limits.messageBytes()),
            () -> typeFault(batch.typeOf(item)),
            () -> Identifier.fault(item, "messageId", Limits.MESSAGE_ID),
            () -> identifierFault(item),
            () -> subjectFault(item),
            () -> nameFault(batch.typeOf(item), item),
            () -> Occurrence.fault(item, batch.sentAt(item), receivedAt))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Message message(Batch batch, ObjectNode item, int place, Instant receivedAt, Sent sent) {
    String type = batch.typeOf(item);
    return new Message(
        type,
        Identifier.in(item, type.equals("track") ? "event" : "name"),
        Identifier.in(item, "messageId").orElseGet(() -> MessageId.of(item, place, receivedAt)),
        subject(item),
        Occurrence.at(item, batch.sentAt(item), receivedAt),
        batch.merged(item),
        sent.and(carriers.ofContexts(batch.contexts(item))));
  }

  private static String subject(JsonNode item) {
    return Identifier.in(item, "userId")
        .map(id -> "u:" + id)
        .orElseGet(() -> "a:" + Identifier.in(item, "anonymousId").orElseThrow());
  }

  private static Optional<Fault> typeFault(String type) {
    return TYPES.contains(type)
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "The message's type is missing or not known.",
                "Send identify, track, page, screen, group or alias."));
  }

  private static Optional<Fault> identifierFault(JsonNode item) {
    return IDENTIFIERS.stream()
        .flatMap(field -> Identifier.fault(item, field, Limits.IDENTIFIER).stream())
        .findFirst();
  }

  private static Optional<Fault> subjectFault(JsonNode item) {
    return Identifier.in(item, "userId").or(() -> Identifier.in(item, "anonymousId")).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "The message says nothing about whose it is.", "Send a userId or an anonymousId."));
  }

  private static Optional<Fault> nameFault(String type, JsonNode item) {
    return !type.equals("track") || Identifier.in(item, "event").isPresent()
        ? Optional.empty()
        : Optional.of(new Fault("The track message names no event.", "Send the event's name."));
  }

  private static Refused refused(JsonNode item, int place, Fault fault) {
    String id =
        Identifier.fault(item, "messageId", Limits.MESSAGE_ID).isEmpty()
            ? Identifier.in(item, "messageId").orElse("#" + place)
            : "#" + place;
    return new Refused(id, fault.why(), fault.cure());
  }
}
