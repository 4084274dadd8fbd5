package org.aboveboard.policy.diff;

import static org.aboveboard.policy.Turn.NARROWING;
import static org.aboveboard.policy.Turn.WIDENING;
import static org.aboveboard.policy.Turn.WORDING;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Optional;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Turn;

/// Which way it goes when a value is changed to another.
@FunctionalInterface
interface Way<V> {
  Turn turn(V before, V after);

  /// Nothing else is done with data.
  static <V> Way<V> words() {
    return (_, _) -> WORDING;
  }

  /// Neither is less than the other, so every change may be more.
  static <V> Way<V> other() {
    return (_, _) -> WIDENING;
  }

  /// The greater, the more is done.
  static <V extends Comparable<V>> Way<V> greater() {
    return by(Comparator.<V>naturalOrder());
  }

  /// The less, the more is done.
  static <V extends Comparable<V>> Way<V> less() {
    return by(Comparator.<V>reverseOrder());
  }

  /// The later in an order, the more is done.
  static <V> Way<V> by(Comparator<V> order) {
    return (before, after) -> order.compare(after, before) > 0 ? WIDENING : NARROWING;
  }

  /// The longer, the more is done.
  static Way<Period> longer() {
    return (before, after) -> Retention.isWithin(after, before) ? NARROWING : WIDENING;
  }

  /// The shorter, the more is done.
  static Way<Period> shorter() {
    return (before, after) -> Retention.isWithin(before, after) ? NARROWING : WIDENING;
  }

  /// The later, the more is done.
  static Way<LocalDate> later() {
    return (before, after) -> after.isAfter(before) ? WIDENING : NARROWING;
  }

  /// The sooner, the more is done.
  static Way<LocalDate> sooner() {
    return (before, after) -> after.isBefore(before) ? WIDENING : NARROWING;
  }

  /// Without it more is done; with it, the way of what it says.
  static <V> Way<Optional<V>> guard(Way<V> way) {
    return (before, after) ->
        before.isPresent() && after.isPresent()
            ? way.turn(before.get(), after.get())
            : after.isPresent() ? NARROWING : WIDENING;
  }

  /// With it more is done; and then, the way of what it says.
  static <V> Way<Optional<V>> extra(Way<V> way) {
    return (before, after) ->
        before.isPresent() && after.isPresent()
            ? way.turn(before.get(), after.get())
            : after.isPresent() ? WIDENING : NARROWING;
  }
}
