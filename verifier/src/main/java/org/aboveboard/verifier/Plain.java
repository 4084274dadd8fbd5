package org.aboveboard.verifier;

import java.time.Instant;
import java.util.regex.Pattern;

/// Text of strangers, made fit to be shown among our words.
final class Plain {
  /// Controls of the terminal and of the writing direction, and ends of lines but our own.
  private static final Pattern ODD =
      Pattern.compile(
          "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");

  private Plain() {}

  /// The words, without what could move the cursor or turn the line around.
  static String words(String words) {
    return ODD.matcher(words).replaceAll("?");
  }

  /// A value on one line.
  static String line(String value) {
    return words(value.replace("\\", "\\\\").replace("\n", "\\n"));
  }

  /// A time of whole seconds.
  static String time(Instant time) {
    return time.toString().replace('T', ' ').replace("Z", " UTC");
  }
}
