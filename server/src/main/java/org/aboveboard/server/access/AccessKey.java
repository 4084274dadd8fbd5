package org.aboveboard.server.access;

import java.util.Locale;
import java.util.Optional;

/// A key we gave out, without the key itself: what it may do and, for staff, who holds it.
public record AccessKey(String id, Kind kind, Optional<String> person, Optional<String> role) {

  /// What a key is for.
  public enum Kind {
    /// Public, since it sits in browsers: it only adds events.
    WRITE,
    /// A shop's server.
    SECRET,
    /// One member of staff, in one role.
    OPERATOR;

    /// The kind this word stands for, in the store and at the front of the key.
    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
