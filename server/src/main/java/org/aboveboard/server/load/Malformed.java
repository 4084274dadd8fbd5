package org.aboveboard.server.load;

/// Says of one line why it cannot be used; caught at one place, [Lines], which makes it a
/// [Refusal].
///
/// It carries no stack trace: a file may hold millions of such lines.
final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  private final String why;

  Malformed(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }
}
