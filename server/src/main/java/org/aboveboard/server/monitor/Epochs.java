package org.aboveboard.server.monitor;

import java.time.LocalDate;
import java.time.Period;
import java.util.stream.LongStream;

/// The epochs of a monitor, numbered from the first of January 1970 on.
///
/// @param every how long each is
/// @param closes how long what follows a list may take to count
record Epochs(Period every, Period closes) {
  private static final int MANY = 1_000;

  Epochs {
    if (!LocalDate.EPOCH.plus(every).isAfter(LocalDate.EPOCH) || closes.isNegative()) {
      throw new IllegalArgumentException(
          "an epoch has a day or more, and outcomes have no less than no time");
    }
  }

  /// The first day of an epoch.
  LocalDate begins(long epoch) {
    return LocalDate.EPOCH.plus(every.multipliedBy(Math.toIntExact(epoch)));
  }

  /// The first day after an epoch.
  LocalDate ends(long epoch) {
    return begins(epoch + 1);
  }

  /// The day from which on nothing can be added to an epoch any more.
  LocalDate closes(long epoch) {
    return ends(epoch).plus(closes);
  }

  /// The epoch of a day.
  long of(LocalDate day) {
    long near = Math.floorDiv(day.toEpochDay() * MANY, begins(MANY).toEpochDay());
    return LongStream.iterate(near + 2, epoch -> epoch - 1)
        .filter(epoch -> !begins(epoch).isAfter(day))
        .findFirst()
        .orElseThrow();
  }
}
