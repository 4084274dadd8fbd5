package org.aboveboard.fairness.watch;

import java.util.Locale;

/// Prints what was measured, the same in every locale.
final class Said {
  private Said() {}

  static void line(String format, Object... values) {
    System.out.print(String.format(Locale.ROOT, format, values));
  }
}
