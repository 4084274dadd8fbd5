package org.aboveboard.server.chart;

import java.util.Locale;

/// Numbers and words as they are written into a drawing.
final class Ink {
  private Ink() {}

  /// Words as they may stand in HTML and in SVG.
  static String text(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
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
}
