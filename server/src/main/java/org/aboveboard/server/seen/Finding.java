package org.aboveboard.server.seen;

import java.util.Locale;

/// Something that was seen and is not declared.
///
/// @param cause the same for as long as it is the same thing
/// @param what in words for staff
public record Finding(About about, String cause, String what) {

  /// What it is about; each is looked at by itself.
  public enum About {
    /// A table or a column of the database.
    STORE,
    /// Rows that are held for a purpose.
    ROWS,
    /// What is kept, and what is read.
    FLOW,
    /// Connections to other machines.
    EGRESS,
    /// What came undeclared and was dropped at the door, all of it together: anybody with a public
    /// key can send any number of names, so they are one cause.
    CAME;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Finding found(String name, String what) {
      return new Finding(this, word() + ":" + name, what);
    }
  }
}
