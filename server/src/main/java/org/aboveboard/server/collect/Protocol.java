package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.consent.Contradictions;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.optout.Sent;
import org.aboveboard.server.seen.Seen;

/// Turns the event protocol's messages into arrivals, and what became of those into outcomes.
///
/// A consent object in a message narrows what may be done with that message. Only what comes with
/// the secret key can also withdraw or object, or be recorded where it contradicts a yes; nothing
/// in a message can ever give.
public final class Protocol implements Intake {
  private static final String PREFERENCES_CHANGED = "Segment Consent Preference Updated";

  private static final int MOST_ITEMS = 200;
  private static final How SIGNAL = new How("signal", "shop", false);

  private final Collect collect;
  private final Ends ends;
  private final Contradictions contradictions;
  private final Deciding deciding;
  private final Narrow narrow;
  private final Declaration declaration;
  private final Seen seen;

  public Protocol(
      Collect collect,
      Ends ends,
      Contradictions contradictions,
      Deciding deciding,
      Narrow narrow,
      Declaration declaration,
      Seen seen) {
    this.collect = collect;
    this.ends = ends;
    this.contradictions = contradictions;
    this.deciding = deciding;
    this.narrow = narrow;
    this.declaration = declaration;
    this.seen = seen;
  }

  @Override
  public List<Outcome> take(List<Message> messages, Authority authority) {
    InForce inForce = declaration.now();
    Outcome[] outcomes = new Outcome[messages.size()];
    List<Arrival> arrivals = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      switch (read(inForce, messages.get(i), authority)) {
        case Reading.Arrived(Arrival arrival) -> {
          arrivals.add(arrival);
          places.add(i);
        }
        case Reading.Ended(Outcome outcome) -> outcomes[i] = outcome;
      }
    }
    List<Taken> taken = collect.take(arrivals);
    for (int i = 0; i < taken.size(); i++) {
      int place = places.get(i);
      outcomes[place] = outcome(messages.get(place).messageId(), taken.get(i));
    }
    if (authority == Authority.SECRET_KEY) {
      noteContradictions(messages);
    }
    return List.of(outcomes);
  }

  /// Anybody can send with a public key in anybody's name, so what comes with one is not recorded.
  private void noteContradictions(List<Message> messages) {
    Map<String, Sent> sent = new HashMap<>();
    messages.stream()
        .filter(message -> !message.sent().equals(Sent.NOTHING))
        .forEach(message -> sent.merge(message.subject(), message.sent(), Sent::and));
    if (!sent.isEmpty()) {
      Said said = deciding.about(sent.keySet(), now -> now);
      sent.forEach((name, all) -> contradictions.note(said, name, all, SIGNAL));
    }
  }

  @Override
  public void refused(long count) {
    collect.counts().refused(count);
  }

  private sealed interface Reading {
    record Arrived(Arrival arrival) implements Reading {}

    record Ended(Outcome outcome) implements Reading {}
  }

  private Reading read(InForce inForce, Message message, Authority authority) {
    Optional<EventType> type = inForce.policy().event(message.type(), message.name().orElse(""));
    if (message.name().filter(PREFERENCES_CHANGED::equals).isPresent()) {
      return new Reading.Ended(preferences(inForce, message, authority));
    }
    return type.map(known -> known(inForce, message, known)).orElseGet(() -> strange(message));
  }

  private Reading strange(Message message) {
    message
        .name()
        .filter(_ -> message.type().equals("track"))
        .ifPresentOrElse(
            name -> seen.droppedAct(message.type(), name), () -> seen.droppedEvent(message.type()));
    return new Reading.Ended(
        new Outcome.Withheld(message.messageId(), "the policy does not declare this event"));
  }

  private Reading known(InForce inForce, Message message, EventType type) {
    Undeclared.paths(type, message.body()).forEach(path -> seen.droppedField(type.id(), path));
    return read(inForce, message, type);
  }

  private Reading read(InForce inForce, Message message, EventType type) {
    List<String> items =
        type.item().map(path -> Found.at(path, message.body())).orElse(List.of()).stream()
            .map(JsonNode::asText)
            .filter(id -> !id.isBlank())
            .distinct()
            .toList();
    if (type.item().isPresent() && items.isEmpty()) {
      return new Reading.Ended(
          new Outcome.Refused(
              message.messageId(),
              "There is no item id at " + type.item().get() + ".",
              "Send the item's id there, as in the catalogue."));
    }
    if (items.size() > MOST_ITEMS) {
      return new Reading.Ended(
          new Outcome.Refused(
              message.messageId(),
              "The message names more than " + MOST_ITEMS + " items.",
              "Send it in parts."));
    }
    if (items.stream().anyMatch(id -> !Ids.isItem(id))) {
      return new Reading.Ended(
          new Outcome.Refused(
              message.messageId(),
              "An item's id is too long or holds control characters.",
              "Use ids of at most " + Ids.LONGEST + " printable characters."));
    }
    return new Reading.Arrived(
        new Arrival(
            message.messageId(),
            message.subject(),
            type,
            items,
            values(type, message.body()),
            message.occurred(),
            message.occurred(),
            narrow.optOuts(inForce.policy(), message.sent()),
            isMinor(message)));
  }

  private Map<String, List<JsonNode>> values(EventType type, JsonNode body) {
    Map<String, List<JsonNode>> values = new HashMap<>();
    for (Field field : type.fields()) {
      List<JsonNode> found = Found.at(field.path(), body);
      List<JsonNode> fit = found.stream().filter(value -> isOf(field, value)).toList();
      found.stream().skip(fit.size()).forEach(_ -> seen.droppedValue(field.id()));
      if (!fit.isEmpty()) {
        values.put(field.name(), fit);
      }
    }
    return values;
  }

  /// Whether it is of the declared type and, where a range is declared, within it.
  private static boolean isOf(Field field, JsonNode value) {
    return Ids.isOf(field.type(), value)
        && field.range().map(range -> range.includes(value.asDouble())).orElse(true);
  }

  /// A sender may say that the person is too young to decide alone; that narrows, so it is
  /// believed.
  private static boolean isMinor(Message message) {
    return message.sent().child() || message.body().at("/context/minor").asBoolean(false);
  }

  private Outcome preferences(InForce inForce, Message message, Authority authority) {
    return switch (authority) {
      case WRITE_KEY ->
          new Outcome.Withheld(
              message.messageId(), "a preference sent with a public key changes nothing");
      case SECRET_KEY ->
          new Outcome.Withheld(
              message.messageId(),
              PreferenceChange.record(
                      inForce.policy(), message.subject(), message.sent(), narrow, ends, SIGNAL)
                  .told());
    };
  }

  private static Outcome outcome(String id, Taken taken) {
    return switch (taken) {
      case Taken.Kept(long index) -> new Outcome.Kept(id, index);
      case Taken.Repeated _ -> new Outcome.Repeated(id);
      case Taken.Withheld(String rule) -> new Outcome.Withheld(id, rule);
    };
  }
}
