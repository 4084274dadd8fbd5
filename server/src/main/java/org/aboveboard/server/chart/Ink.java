package org.aboveboard.server.chart;

import java.util.Locale;
import org.aboveboard.server.web.Markup;

/// Numbers, words and lines as they are written into a drawing.
final class Ink {
  private Ink() {}

  /// Which part of the words stands at their place.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// A place in a drawing.
  static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  /// How many of something.
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// A value for people: four digits that count, without an exponent.
  static String value(double value) {
    double size = Math.abs(value);
    int digits =
        size == 0 || size >= 1000 ? 0 : (int) Math.clamp(3 - Math.floor(Math.log10(size)), 0, 6);
    return String.format(Locale.ROOT, "%,." + digits + "f", value).replace('-', '−');
  }

  /// Words at a place.
  static String label(double x, double y, Anchor anchor, String words) {
    return "<text x=\""
        + at(x)
        + "\" y=\""
        + at(y)
        + "\" text-anchor=\""
        + anchor.name().toLowerCase(Locale.ROOT)
        + "\">"
        + Markup.text(words)
        + "</text>";
  }

  /// A line from left to right.
  static String across(String name, double from, double to, double y) {
    return line(name, from, to, y, y);
  }

  /// A line from the top down.
  static String down(String name, double x, double from, double to) {
    return line(name, x, x, from, to);
  }

  private static String line(String name, double x1, double x2, double y1, double y2) {
    return "<line class=\""
        + name
        + "\" x1=\""
        + at(x1)
        + "\" x2=\""
        + at(x2)
        + "\" y1=\""
        + at(y1)
        + "\" y2=\""
        + at(y2)
        + "\"/>";
  }
}
