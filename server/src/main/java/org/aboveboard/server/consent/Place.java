package org.aboveboard.server.consent;

import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.declaration.InForce;

/// What a stored choice is about: a kind of thing and its number, so that a row stays readable when
/// the policy changes.
///
/// @param part `purpose`, `surface` or `signal`
record Place(String part, short number) {
  private static final String PURPOSE = "purpose";
  private static final String SURFACE = "surface";
  private static final String SIGNAL = "signal";
  private static final short EVERYTHING = -1;

  static Place of(About about, InForce inForce) {
    return switch (about) {
      case About.ThePurpose(Purpose purpose) -> new Place(PURPOSE, (short) purpose.number());
      case About.TheSurface(var surface) -> new Place(SURFACE, inForce.number(surface));
      case About.TheSignal(var signal) -> new Place(SIGNAL, inForce.number(signal));
      case About.Everything _ -> new Place(PURPOSE, EVERYTHING);
    };
  }

  /// What the policy's decisions call it; something that it no longer declares is about nothing.
  String key(InForce inForce) {
    return switch (part) {
      case SURFACE ->
          inForce.surface(number).map(surface -> Choice.surface(surface.id())).orElse(undeclared());
      case SIGNAL ->
          inForce.signal(number).map(signal -> Choice.signal(signal.id())).orElse(undeclared());
      // the column's check allows nothing else
      default -> number == EVERYTHING ? Choice.EVERYTHING : purpose(inForce);
    };
  }

  private String purpose(InForce inForce) {
    return inForce.policy().purposes().stream()
        .filter(purpose -> purpose.number() == number)
        .map(Purpose::id)
        .findFirst()
        .orElse(undeclared());
  }

  private String undeclared() {
    return "undeclared-" + part + "-" + number;
  }
}
