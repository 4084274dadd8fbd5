package org.aboveboard.server.explain;

import java.util.List;

/// The line under the bars, made from what the model declares it does not use.
public final class Sum {
  private Sum() {}

  /// For example: These add up to this book’s score, exactly: 0.713. No age or sex was used.
  ///
  /// @param thing what is recommended, one of it
  /// @param unused what is no input of the model
  public static String line(String thing, String total, List<String> unused) {
    String adds = "These add up to this " + thing + "’s score, exactly: " + total + ".";
    return unused.isEmpty() ? adds : adds + " No " + either(unused) + " was used.";
  }

  private static String either(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
