package org.aboveboard.policy;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How long a purpose keeps what it has, stage by stage; what has run out is deleted.
///
/// @param events how long what somebody did is kept, and may be used to answer them
/// @param model how long it counts in what is learnt from many people
/// @param answers how long the record of an answer is kept, and why it was given can be asked
public record Retention(Period events, Period model, Period answers) {
  private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);
  private static final Comparator<Period> BY_LENGTH = Comparator.comparing(SOME_DAY::plus);
  private static final LocalDate CYCLE = LocalDate.of(2024, 1, 1);
  private static final int MONTHS_OF_CYCLE = 48;

  /// One length for every stage.
  public static Retention of(Period every) {
    return new Retention(every, every, every);
  }

  /// The longest of the stages, which is what a person is told first.
  public Period longest() {
    return Stream.of(events, model, answers).max(BY_LENGTH).orElseThrow();
  }

  /// The shorter of two lengths, stage by stage.
  public Retention and(Retention other) {
    return new Retention(
        shorter(events, other.events),
        shorter(model, other.model),
        shorter(answers, other.answers));
  }

  /// Whether no stage is longer than the other's.
  public boolean isWithin(Retention other) {
    return isWithin(events, other.events)
        && isWithin(model, other.model)
        && isWithin(answers, other.answers);
  }

  /// Whether a length is never longer than another, from whatever day both are counted. Of 90 days
  /// and 3 months, which have 89 to 92 days, neither is within the other.
  public static boolean isWithin(Period one, Period other) {
    var months = other.toTotalMonths() - one.toTotalMonths();
    var days = one.get(ChronoUnit.DAYS) - other.get(ChronoUnit.DAYS);
    return months < 0 ? days(-months).getMax() <= -days : days <= days(months).getMin();
  }

  /// The shorter of two lengths; where it depends on the day which is, as many days as both always
  /// have.
  public static Period shorter(Period one, Period other) {
    if (isWithin(one, other)) {
      return one;
    }
    return isWithin(other, one)
        ? other
        : Period.ofDays(Math.toIntExact(Math.min(atLeast(one), atLeast(other))));
  }

  /// The longer of two lengths.
  public static Period longer(Period one, Period other) {
    return BY_LENGTH.compare(one, other) <= 0 ? other : one;
  }

  private static long atLeast(Period length) {
    return days(length.toTotalMonths()).getMin() + length.get(ChronoUnit.DAYS);
  }

  /// How many days so many months can have.
  private static LongSummaryStatistics days(long months) {
    return IntStream.range(0, months == 0 ? 1 : MONTHS_OF_CYCLE)
        .mapToObj(CYCLE::plusMonths)
        .mapToLong(start -> ChronoUnit.DAYS.between(start, start.plusMonths(months)))
        .summaryStatistics();
  }
}
