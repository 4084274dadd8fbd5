package org.aboveboard.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.stream.Stream;

/// How long a purpose keeps what it has, stage by stage; what has run out is deleted.
///
/// @param events how long what somebody did is kept, and may be used to answer them
/// @param model how long it counts in what is learnt from many people
/// @param answers how long the record of an answer is kept, and why it was given can be asked
public record Retention(Period events, Period model, Period answers) {
  private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);
  private static final Comparator<Period> BY_LENGTH = Comparator.comparing(SOME_DAY::plus);

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

  /// Whether a length is no longer than another, counted in days.
  public static boolean isWithin(Period one, Period other) {
    return BY_LENGTH.compare(one, other) <= 0;
  }

  /// The shorter of two lengths.
  public static Period shorter(Period one, Period other) {
    return isWithin(one, other) ? one : other;
  }

  /// The longer of two lengths.
  public static Period longer(Period one, Period other) {
    return isWithin(one, other) ? other : one;
  }
}
