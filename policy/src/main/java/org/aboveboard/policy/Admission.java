package org.aboveboard.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
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
      OptOuts optOuts,
      Instant occurred,
      Instant now,
      boolean demonstration) {
    var grants = new ArrayList<Grant>();
    var denials = new ArrayList<Decision.Deny>();
    for (var purpose : policy.purposes()) {
      if (event.purposes().contains(purpose.id())) {
        var question =
            new Question(subject, purpose, Use.COLLECT, Optional.empty(), optOuts, demonstration);
        switch (policy.decide(question, standing, occurred, now)) {
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

  /// The purposes that allow it, each by its number's bit.
  public long purposes() {
    return grants.stream().mapToLong(grant -> grant.purpose().bit()).reduce(0, (a, b) -> a | b);
  }

  /// The fields that an allowing purpose needs.
  public Set<Field> fields() {
    return fields;
  }

  /// The longest time an allowing purpose keeps it; zero if nothing is kept.
  public Period keep() {
    return grants.stream()
        .map(grant -> grant.purpose().retention())
        .max(Comparator.comparingLong(Admission::days))
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
        .filter(field -> grants.stream().anyMatch(g -> field.purposes().contains(g.purpose().id())))
        .collect(toUnmodifiableSet());
  }

  private static long days(Period period) {
    return LocalDate.EPOCH.plus(period).toEpochDay();
  }
}
