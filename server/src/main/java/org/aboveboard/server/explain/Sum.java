package org.aboveboard.server.explain;

import java.util.List;

/// The line under the bars, made from what the model declares it does not use.
public final class Sum {
  private Sum() {}

  /// For example: These add up to this book’s score, exactly: 0.713. Not used: age, sex.
  ///
  /// @param thing what is recommended, one of it
  /// @param unused what is no input of the model
  public static String line(String thing, String total, List<String> unused) {
    String adds = "These add up to this " + thing + "’s score, exactly: " + total + ".";
    return unused.isEmpty() ? adds : adds + " Not used: " + String.join(", ", unused) + ".";
  }
}
