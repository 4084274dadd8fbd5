package org.aboveboard.fairness.watch;

/// What is promised of false alarms. The two promises are not the same, and neither follows from
/// the other.
public sealed interface Guarantee {
  /// The chance that a false alarm is ever raised, however long and often one looks, is at most
  /// this.
  record FalseAlarm(double alpha) implements Guarantee {}

  /// False alarms do come, but on average not before this many pairs.
  record AverageRunLength(double pairs) implements Guarantee {}
}
