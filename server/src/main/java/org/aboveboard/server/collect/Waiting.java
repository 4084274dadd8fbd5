package org.aboveboard.server.collect;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Standing;

/// What a row waits for that is set aside, and until when.
///
/// No policy says how long: it is as long as the shortest of the purposes that would want it keeps
/// events, 90 days at most, counted from the day it is set aside; and never beyond the day on which
/// it would have to go if it were kept.
///
/// @param purposes the purposes that would want it, and that only evidence is missing for
/// @param fields what they need of it
/// @param kept the day from which retention would count
/// @param until the day on which it is deleted
record Waiting(List<Purpose> purposes, Set<Field> fields, LocalDate kept, LocalDate until) {
  private static final Period LONGEST = Period.ofDays(90);

  static Waiting of(Arrival arrival, List<Purpose> purposes, Standing standing, LocalDate today) {
    List<Period> keep = purposes.stream().map(purpose -> keep(purpose, standing)).toList();
    Period shortest = keep.stream().reduce(LONGEST, Retention::shorter);
    Period longest = keep.stream().reduce(Period.ZERO, Retention::longer);
    Set<String> ids = purposes.stream().map(Purpose::id).collect(toSet());
    LocalDate kept = arrival.keptFrom().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate wouldGo = kept.plus(longest);
    return new Waiting(
        purposes,
        arrival.type().fields().stream()
            .filter(field -> field.purposes().stream().anyMatch(ids::contains))
            .collect(toSet()),
        kept,
        wouldGo.isBefore(today.plus(shortest)) ? wouldGo : today.plus(shortest));
  }

  private static Period keep(Purpose purpose, Standing standing) {
    Period declared = purpose.retention().events();
    return standing
        .keep(purpose.id())
        .map(wanted -> Retention.shorter(wanted, declared))
        .orElse(declared);
  }

  List<Integer> numbers() {
    return purposes.stream().map(Purpose::number).toList();
  }

  @Override
  public String toString() {
    return "Waiting";
  }
}
