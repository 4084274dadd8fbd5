package org.aboveboard.server.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Moments, days and spans of time in words.
public final class When {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private When() {}

  /// Such as 23 Nov 2026, 14:02 UTC.
  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /// To the second, for receipts.
  public static String exact(Instant instant) {
    return EXACT.format(instant);
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// Such as 90 days, or 1 year and 6 months.
  public static String span(Period period) {
    List<String> parts = new ArrayList<>();
    count(parts, period.getYears(), "year");
    count(parts, period.getMonths(), "month");
    count(parts, period.getDays(), "day");
    return parts.isEmpty() ? "0 days" : String.join(" and ", parts);
  }

  private static void count(List<String> parts, int number, String unit) {
    if (number != 0) {
      parts.add(number + " " + unit + (number == 1 ? "" : "s"));
    }
  }
}
