package org.aboveboard.server.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Three months, for which there is one budget.
record Quarter(int year, int number) {
  private static final int MONTHS = 3;

  /// The one in which a moment lies, by the clock of Greenwich.
  static Quarter of(Instant moment) {
    OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
    return new Quarter(at.getYear(), (at.getMonthValue() - 1) / MONTHS + 1);
  }

  /// Such as 2026-Q4.
  @Override
  public String toString() {
    return year + "-Q" + number;
  }
}
