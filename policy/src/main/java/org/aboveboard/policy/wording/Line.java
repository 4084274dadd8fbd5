package org.aboveboard.policy.wording;

/// A line of a lexicon that says something.
record Line(String file, int number, String text) {

  /// The name in "[name] and what it is".
  String heading() {
    int end = text.indexOf(']');
    if (end < 0) {
      throw fault("does not close its name: write ]");
    }
    return text.substring(1, end);
  }

  /// The number that a word of the line is.
  int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException _) {
      throw fault("begins with '" + word + "': put a number there");
    }
  }

  IllegalStateException fault(String what) {
    return new IllegalStateException(file + " line " + number + " " + what);
  }
}
