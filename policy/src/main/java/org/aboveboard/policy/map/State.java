package org.aboveboard.policy.map;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/// How a box stands: for everybody, or for one person once they have chosen.
public enum State {
  /// A purpose that rests on an order or a law: it is shown, and nobody can switch it.
  NO_TOGGLE,
  /// A purpose in our own interest: it runs until somebody objects, for them.
  CAN_OBJECT,
  /// In use: such a purpose needs it, or this person said yes.
  ON,
  /// Nothing happens with it until somebody says yes.
  RESTS_ON_CONSENT,
  /// This person switched it off.
  OFF_BY_YOU,
  /// No purpose that wants it may run: none is cleared, or none is left.
  OFF_FOR_ALL;

  /// The first of these that one of them is, in the order in which a line shows its purposes.
  static State strongest(Collection<State> states) {
    return Stream.of(NO_TOGGLE, CAN_OBJECT, ON, RESTS_ON_CONSENT, OFF_BY_YOU)
        .filter(states::contains)
        .findFirst()
        .orElse(OFF_FOR_ALL);
  }

  /// Whether nothing happens, because somebody or something forbids it.
  public boolean isOff() {
    return switch (this) {
      case NO_TOGGLE, CAN_OBJECT, ON, RESTS_ON_CONSENT -> false;
      case OFF_BY_YOU, OFF_FOR_ALL -> true;
    };
  }

  /// As it stands in data: `on`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
