package org.aboveboard.verifier;

/// What keeps a file from being checked, with its cure. It says nothing about whether the file is
/// true.
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final String cure;

  Unreadable(String what, String cure) {
    super(what, null, false, false);
    this.cure = cure;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String cure() {
    return cure;
  }

  /// The same, with the line where it was found.
  Unreadable inLine(long line) {
    return new Unreadable("line " + line + ": " + what(), cure);
  }
}
