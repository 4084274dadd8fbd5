package org.aboveboard.server.optout;

import java.util.Optional;

/// A way of writing what somebody said into one string.
interface Notation {
  Carrier carrier();

  /// Why this string does not come through the door, from its length and letters alone.
  Optional<String> fault(String text);

  /// What a string without fault says. May throw: a string that cannot be read says no to all.
  Sent read(String text);
}
