package org.aboveboard.policy.read;

import static org.aboveboard.policy.Spoken.say;

/// A sign that no page shows, called by its number and its name in Unicode.
final class HiddenSign {
  private HiddenSign() {}

  static String name(int sign) {
    var name = Character.getName(sign);
    return say("U+%04X", sign) + (name == null ? "" : say(" (%s)", name));
  }
}
