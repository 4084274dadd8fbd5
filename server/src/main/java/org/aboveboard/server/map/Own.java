package org.aboveboard.server.map;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.Admission;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.map.Box;
import org.aboveboard.policy.map.DataMap;
import org.aboveboard.policy.map.State;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.Known;

/// The map as it stands for one person, by the very decisions that their data is used by.
record Own(Said said, Known who, Circumstances circumstances, Instant now) {
  private static final Set<Reason> THEIR_OWN_NO =
      EnumSet.of(
          Reason.WITHDRAWN,
          Reason.REFUSED,
          Reason.PAUSED,
          Reason.SWITCHED_OFF,
          Reason.CONFLICT,
          Reason.SIGNAL);

  /// Whether they have chosen anything; before that, the declaration is their map.
  boolean hasChosen() {
    return !who.standing().choices().isEmpty();
  }

  DataMap of(DataMap declared) {
    return declared.standing(this::state);
  }

  private State state(Box box) {
    return switch (box.state()) {
      case NO_TOGGLE, OFF_FOR_ALL -> box.state();
      case CAN_OBJECT -> open(box, State.CAN_OBJECT);
      case ON -> canBeEnded(box) ? open(box, State.ON) : State.ON;
      case RESTS_ON_CONSENT, OFF_BY_YOU -> state(decisions(box).toList());
    };
  }

  /// As it is for everybody, until they object.
  private State open(Box box, State usual) {
    State own = state(decisions(box).toList());
    return own.isOff() ? own : usual;
  }

  private boolean canBeEnded(Box box) {
    return purposes(box.purposes()).allMatch(Purpose::canBeEnded);
  }

  private static State state(Iterable<Decision> decisions) {
    Set<Reason> reasons = new HashSet<>();
    for (Decision decision : decisions) {
      switch (decision) {
        case Decision.Allow _ -> {
          return State.ON;
        }
        case Decision.Deny deny -> reasons.add(deny.reason());
      }
    }
    return reasons.stream().anyMatch(THEIR_OWN_NO::contains)
        ? State.OFF_BY_YOU
        : State.RESTS_ON_CONSENT;
  }

  private Stream<Decision> decisions(Box box) {
    return switch (box.kind()) {
      case EVENT -> event(box.about()).flatMap(this::kept);
      case SURFACE ->
          purposes(box.purposes()).map(p -> decide(p, Use.SERVE, Optional.of(box.about())));
      case SEGMENT, CATEGORY, PURPOSE, MODEL, VENDOR ->
          purposes(box.purposes()).flatMap(this::uses);
    };
  }

  private Stream<Decision> kept(EventType event) {
    Admission admission =
        Admission.of(
            policy(), event, who.subject().number(), who.standing(), circumstances, now, now);
    return Stream.concat(
        admission.grants().stream().map(grant -> new Decision.Allow(grant, grant.obligations())),
        admission.denials().stream());
  }

  /// Every declared use of a purpose, wherever it is served.
  private Stream<Decision> uses(Purpose purpose) {
    Set<Optional<String>> surfaces =
        policy().surfaces().stream()
            .filter(surface -> surface.purposes().contains(purpose.id()))
            .map(surface -> Optional.of(surface.id()))
            .collect(toSet());
    return purpose.uses().stream()
        .flatMap(use ->
            (use == Use.SERVE && !surfaces.isEmpty() ? surfaces : Set.of(Optional.<String>empty()))
                .stream().map(at -> decide(purpose, use, at)));
  }

  private Decision decide(Purpose purpose, Use use, Optional<String> surface) {
    return said.decide(Optional.of(who), purpose, use, surface, circumstances, now);
  }

  private Stream<EventType> event(String id) {
    return policy().events().stream().filter(event -> event.id().equals(id));
  }

  private Stream<Purpose> purposes(Set<String> ids) {
    return policy().purposes().stream().filter(purpose -> ids.contains(purpose.id()));
  }

  private Policy policy() {
    return said.inForce().policy();
  }

  @Override
  public String toString() {
    return "Own";
  }
}
