package org.aboveboard.server.load;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads single values out of cells, and says in words what is wrong with one that it cannot read.
final class Values {
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_TEXT = 4000;
  private static final long YEAR_2200 = 7_258_118_400L;
  private static final long SMALLEST_MILLIS = 100_000_000_000L;

  private Values() {}

  /// A whole number that names something; leading zeros do not count.
  static String number(String what, String cell) throws Malformed {
    try {
      long id = Long.parseLong(cell);
      if (id >= 0) {
        return Long.toString(id);
      }
    } catch (NumberFormatException e) {
      throw new Malformed("the " + what + " is not a whole number");
    }
    throw new Malformed("the " + what + " is below zero");
  }

  /// A name of something: any text but an empty, an overlong or a broken one.
  static String id(String what, String cell) throws Malformed {
    if (cell.isBlank()) {
      throw new Malformed("the " + what + " is missing");
    }
    if (cell.length() > LONGEST_ID) {
      throw new Malformed("the " + what + " is longer than " + LONGEST_ID + " characters");
    }
    return clean(what, cell);
  }

  /// Text to be read by people.
  static String text(String what, String cell) throws Malformed {
    if (cell.length() > LONGEST_TEXT) {
      throw new Malformed("the " + what + " is longer than " + LONGEST_TEXT + " characters");
    }
    return clean(what, cell);
  }

  private static String clean(String what, String cell) throws Malformed {
    if (cell.chars().anyMatch(Character::isISOControl)) {
      throw new Malformed("the " + what + " holds control characters");
    }
    return cell;
  }

  /// The outside id of a subject: `u:` and the id, unless it says itself of which kind it is.
  static String subject(String cell) throws Malformed {
    String id = id("subject", cell);
    if (id.equals("u:") || id.equals("a:")) {
      throw new Malformed("the subject is missing");
    }
    return id.startsWith("u:") || id.startsWith("a:") ? id : "u:" + id;
  }

  /// Stars, halves too; between 0 and 10.
  static OptionalDouble stars(String cell) throws Malformed {
    OptionalDouble stars = value(cell);
    if (stars.isEmpty()) {
      throw new Malformed("the rating is missing");
    }
    if (stars.getAsDouble() < 0 || stars.getAsDouble() > 10) {
      throw new Malformed("the rating is not between 0 and 10");
    }
    return stars;
  }

  /// A number, or nothing where the cell is empty.
  static OptionalDouble value(String cell) throws Malformed {
    if (cell.isBlank()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(cell);
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      throw new Malformed("the value is not a number");
    }
    throw new Malformed("the value is not a finite number");
  }

  /// A point in time (seconds or milliseconds since 1970, a date, or ISO 8601), or nothing where
  /// the cell is empty. Years from 1970 to 2199.
  static Optional<Instant> time(String cell) throws Malformed {
    return time("the time", cell);
  }

  /// The same of a point in time that is called otherwise.
  static Optional<Instant> time(String what, String cell) throws Malformed {
    if (cell.isBlank()) {
      return Optional.empty();
    }
    Instant at = isWhole(cell) ? sinceEpoch(what, cell) : iso(what, cell);
    if (at.getEpochSecond() < 0 || at.getEpochSecond() >= YEAR_2200) {
      throw new Malformed(what + " is not between 1970 and 2199");
    }
    return Optional.of(at);
  }

  private static boolean isWhole(String cell) {
    return cell.chars().skip(1).allMatch(c -> c >= '0' && c <= '9')
        && (cell.charAt(0) == '-' || (cell.charAt(0) >= '0' && cell.charAt(0) <= '9'));
  }

  private static Instant sinceEpoch(String what, String cell) throws Malformed {
    try {
      long number = Long.parseLong(cell);
      return number < SMALLEST_MILLIS
          ? Instant.ofEpochSecond(number)
          : Instant.ofEpochMilli(number);
    } catch (NumberFormatException | DateTimeException e) {
      throw new Malformed(what + " is not between 1970 and 2199");
    }
  }

  private static Instant iso(String what, String cell) throws Malformed {
    try {
      return cell.length() == 10
          ? LocalDate.parse(cell).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(cell);
    } catch (DateTimeException e) {
      throw new Malformed(what + " is not like 2026-01-31T10:00:00Z");
    }
  }
}
