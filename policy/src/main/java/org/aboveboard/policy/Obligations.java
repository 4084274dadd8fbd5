package org.aboveboard.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What goes with an allowance: these events, fields and signals, kept so long, and nothing else.
///
/// @param events ids of events
/// @param fields ids of fields, each an event's id, a dot and the field's name
/// @param signals ids of signals
public record Obligations(
    Set<String> events, Set<String> fields, Set<String> signals, Retention keep) {
  public Obligations {
    events = Set.copyOf(events);
    fields = Set.copyOf(fields);
    signals = Set.copyOf(signals);
  }

  /// What both oblige to.
  Obligations and(Obligations other) {
    return new Obligations(
        common(events, other.events),
        common(fields, other.fields),
        common(signals, other.signals),
        keep.and(other.keep));
  }

  /// The same with those signals alone.
  Obligations withSignals(Predicate<String> allowed) {
    var left = new HashSet<>(signals);
    left.removeIf(allowed.negate());
    return left.size() == signals.size() ? this : new Obligations(events, fields, left, keep);
  }

  /// The same, nothing kept for longer than this.
  Obligations keptAtMost(Period period) {
    return new Obligations(events, fields, signals, keep.and(Retention.of(period)));
  }

  /// The same for a yes that ends with a visit: what is kept under it is erased by the day after.
  /// It does not shorten what may be read, which was kept before.
  Obligations untilTheVisitEnds(Use use, Optional<Choice> yes, Instant now) {
    return yes.filter(Choice::forVisit)
        .flatMap(Choice::until)
        .map(end -> new Obligations(events, fields, signals, keep(use, days(now, end))))
        .orElse(this);
  }

  private Retention keep(Use use, Period left) {
    return use == Use.COLLECT
        ? keep.and(Retention.of(left))
        : new Retention(keep.events(), keep.model(), Retention.shorter(left, keep.answers()));
  }

  /// From today to the day after the end.
  private static Period days(Instant now, Instant end) {
    return Period.ofDays(Math.toIntExact(day(end).toEpochDay() - day(now).toEpochDay() + 1));
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    var both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }
}
