package org.aboveboard.server.command;

/// Something that cannot be done as it was asked for: why, and what to do instead.
final class Complaint extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;
  private final String cure;

  Complaint(String why, String cure) {
    super(why + " " + cure);
    this.why = why;
    this.cure = cure;
  }

  String why() {
    return why;
  }

  String cure() {
    return cure;
  }
}
