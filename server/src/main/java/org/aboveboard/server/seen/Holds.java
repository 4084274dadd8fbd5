package org.aboveboard.server.seen;

/// What a column of a table holds of people.
public enum Holds {
  /// Nothing about anybody.
  NOBODY("nothing about people"),
  /// The number of a person inside.
  NUMBER("the number of a person inside"),
  /// What somebody did, in numbers and days.
  DONE("what people did, as numbers and days"),
  /// What somebody chose.
  CHOSEN("what people chose"),
  /// Bytes sealed under the person's own key.
  SEALED("what is sealed under the person’s own key"),
  /// A keyed hash of an outside id, or a wrapped key.
  KEYED("keyed hashes and wrapped keys"),
  /// A member of staff.
  STAFF("staff"),
  /// Names that senders chose.
  FOREIGN("names that senders chose");

  private final String words;

  Holds(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
