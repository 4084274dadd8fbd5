package org.aboveboard.policy;

import java.util.Optional;

/// Where a subject stands on one purpose after all they said about it.
///
/// A no stands until a later yes on evidence at least as strong lifts it, so that neither an old
/// yes that arrives late nor an imported one can overrule what the person told us.
///
/// @param noes the reasons that stand, as bits of [Reason]
record Stance(
    String purpose,
    Optional<Choice> yes,
    Optional<Choice> withdrawn,
    Optional<Choice> refused,
    Optional<Choice> paused,
    int noes) {

  static Stance silent(String purpose) {
    return of(purpose, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Stance with(Choice choice) {
    return switch (choice.kind()) {
      case GIVEN -> given(choice);
      case REFUSED -> of(purpose, yes, withdrawn, Optional.of(choice), paused);
      case WITHDRAWN -> of(purpose, yes, Optional.of(choice), refused, paused);
      case PAUSED -> of(purpose, yes, withdrawn, refused, Optional.of(choice));
      case RESUMED -> of(purpose, yes, withdrawn, refused, unlessLifted(paused, choice));
    };
  }

  private Stance given(Choice choice) {
    return of(
        purpose,
        yes.filter(before -> !choice.replaces(before)).or(() -> Optional.of(choice)),
        unlessLifted(withdrawn, choice),
        unlessLifted(refused, choice),
        paused);
  }

  private static Optional<Choice> unlessLifted(Optional<Choice> no, Choice by) {
    return no.filter(standing -> !by.lifts(standing));
  }

  private static Stance of(
      String purpose,
      Optional<Choice> yes,
      Optional<Choice> withdrawn,
      Optional<Choice> refused,
      Optional<Choice> paused) {
    var noes =
        (withdrawn.isPresent() ? Reason.WITHDRAWN.bit() : 0)
            | (refused.isPresent() ? Reason.REFUSED.bit() : 0)
            | (paused.isPresent() ? Reason.PAUSED.bit() : 0);
    return new Stance(purpose, yes, withdrawn, refused, paused, noes);
  }
}
