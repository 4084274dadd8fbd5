package org.aboveboard.server.consent;

import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Surface;

/// What a choice is about.
public sealed interface About {
  /// One purpose, which is off until a yes, or an interest, which is on until an objection.
  record ThePurpose(Purpose purpose) implements About {}

  /// One surface, for all purposes; it is on until it is switched off.
  record TheSurface(Surface surface) implements About {}

  /// One kind of act, for all purposes; it is on until it is switched off.
  record TheSignal(Signal signal) implements About {}

  /// All that rests on a yes.
  record Everything() implements About {}

  /// What the policy's decisions call it.
  default String key() {
    return switch (this) {
      case ThePurpose(Purpose purpose) -> purpose.id();
      case TheSurface(Surface surface) -> Choice.surface(surface.id());
      case TheSignal(Signal signal) -> Choice.signal(signal.id());
      case Everything _ -> Choice.EVERYTHING;
    };
  }
}
