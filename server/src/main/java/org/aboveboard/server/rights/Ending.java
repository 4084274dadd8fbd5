package org.aboveboard.server.rights;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Meaning;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.collect.Held;
import org.aboveboard.server.collect.Quarantined;

/// When retention lets go of somebody's rows, as things stand now.
///
/// That is the day that was promised when a row came in, or an earlier one: when the last of its
/// purposes has let go, since it keeps for less by now, or its person agreed to less, wants less,
/// or said yes only until the day before, since retention runs once an hour. A purpose that is no
/// longer declared lets go on the promised day.
record Ending(Policy policy, Standing standing) {

  LocalDate of(Held row) {
    return earliest(
        row.expires(),
        last(
            row.purposes(),
            row.expires(),
            purpose -> Stream.concat(kept(purpose, row.kept()), yesEnds(purpose))));
  }

  /// What is set aside rests on no yes, so none ends it.
  LocalDate of(Quarantined row) {
    return earliest(
        row.until(), last(row.purposes(), row.until(), purpose -> kept(purpose, row.kept())));
  }

  /// The days on which a purpose may let go of a row; the earliest counts.
  private interface Days {
    Stream<LocalDate> of(Purpose purpose);
  }

  private LocalDate last(List<Integer> numbers, LocalDate promised, Days days) {
    return numbers.stream()
        .map(number ->
            purpose(number)
                .flatMap(purpose -> days.of(purpose).min(Comparator.naturalOrder()).stream())
                .findFirst()
                .orElse(promised))
        .max(Comparator.naturalOrder())
        .orElse(promised);
  }

  private Stream<Purpose> purpose(int number) {
    return policy.purposes().stream().filter(purpose -> purpose.number() == number);
  }

  private Stream<LocalDate> kept(Purpose purpose, LocalDate from) {
    Stream<Period> own =
        Stream.of(purpose)
            .filter(Purpose::isAsked)
            .flatMap(asked -> Stream.concat(agreed(asked), wanted(asked)));
    return Stream.concat(Stream.of(purpose.retention().events()), own)
        .map(period -> end(from, period));
  }

  private Stream<Period> agreed(Purpose purpose) {
    return standing
        .yes(purpose.id())
        .map(Choice::meaning)
        .flatMap(policy::earlier)
        .map(Meaning::retention)
        .map(Retention::events)
        .stream();
  }

  private Stream<Period> wanted(Purpose purpose) {
    return standing.keep(purpose.id()).stream();
  }

  private Stream<LocalDate> yesEnds(Purpose purpose) {
    return Stream.of(purpose)
        .filter(Purpose::isAsked)
        .flatMap(asked -> standing.yes(asked.id()).flatMap(Choice::until).stream())
        .map(until -> until.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1));
  }

  /// The first day that lies a period after another, counted back as retention counts.
  private static LocalDate end(LocalDate from, Period period) {
    LocalDate day = from.plus(period);
    while (day.minus(period).isBefore(from)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  @Override
  public String toString() {
    return "Ending";
  }
}
