package org.aboveboard.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What may be kept of one event: a decision for each purpose that wants it, taken together.
///
/// Nothing is kept that no purpose allows; a field is kept only if a purpose that needs it allows.
public final class Admission {

  private final List<Grant> grants;
  private final List<Decision.Deny> denials;
  private final Set<Field> fields;

  private Admission(List<Grant> grants, List<Decision.Deny> denials, Set<Field> fields) {
    this.grants = List.copyOf(grants);
    this.denials = List.copyOf(denials);
    this.fields = fields;
  }

  /// Decides about one event of one subject.
  ///
  /// @param occurred when the event happened; before a yes, that yes does not cover it
  public static Admission of(
      Policy policy,
      EventType event,
      long subject,
      Standing standing,
      Circumstances circumstances,
      Instant occurred,
      Instant now) {
    var happened = Optional.of(new Rule.Occurred(event, occurred));
    var grants = new ArrayList<Grant>();
    var denials = new ArrayList<Decision.Deny>();
    for (var purpose : policy.purposes()) {
      if (event.purposes().contains(purpose.id())) {
        var question = new Question(subject, purpose, Use.COLLECT, Optional.empty(), circumstances);
        switch (policy.decide(question, standing, happened, now)) {
          case Decision.Allow allow -> grants.add(allow.grant());
          case Decision.Deny deny -> denials.add(deny);
        }
      }
    }
    return new Admission(grants, denials, fields(event, grants));
  }

  /// Whether anything may be kept at all.
  public boolean isKept() {
    return !grants.isEmpty();
  }

  /// The numbers of the purposes that allow it, in order.
  public List<Integer> purposes() {
    return grants.stream().map(grant -> grant.purpose().number()).sorted().toList();
  }

  /// The fields that an allowing purpose needs.
  public Set<Field> fields() {
    return fields;
  }

  /// The longest time an allowing purpose keeps it; zero if nothing is kept.
  public Period keep() {
    return grants.stream()
        .map(grant -> grant.obligations().keep().events())
        .reduce(Retention::longer)
        .orElse(Period.ZERO);
  }

  /// The rules that said no, one for each purpose that wanted the event in vain.
  public List<Decision.Deny> denials() {
    return denials;
  }

  /// One key for each purpose that allows it.
  public List<Grant> grants() {
    return grants;
  }

  private static Set<Field> fields(EventType event, List<Grant> grants) {
    return event.fields().stream()
        .filter(field -> grants.stream().anyMatch(grant -> isFor(grant, field)))
        .collect(toUnmodifiableSet());
  }

  private static boolean isFor(Grant grant, Field field) {
    return field.purposes().contains(grant.purpose().id())
        && grant.obligations().fields().contains(field.id());
  }
}
