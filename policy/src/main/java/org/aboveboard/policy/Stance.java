package org.aboveboard.policy;

import java.util.Optional;

/// Where a subject stands on one purpose after all they said about it.
///
/// A no ends the yes before it, and stands until a yes that is later than every standing no and
/// rests on evidence at least as strong. So neither an old yes that arrives late nor an imported
/// one can overrule what the person told us; it stays in the history and changes nothing.
///
/// @param yes the one that counts; absent while a no stands
/// @param noes the reasons that stand, as bits of [Reason]
record Stance(
    String purpose, Optional<Choice> yes, Optional<Bar> against, Optional<Bar> paused, int noes) {

  static Stance silent(String purpose) {
    return new Stance(purpose, Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  Stance with(Choice choice) {
    return switch (choice.kind()) {
      case GIVEN -> given(choice);
      case REFUSED -> denied(choice, Reason.REFUSED);
      case WITHDRAWN -> denied(choice, Reason.WITHDRAWN);
      case PAUSED ->
          new Stance(purpose, yes, against, Bar.raise(paused, choice), noes | Reason.PAUSED.bit());
      case RESUMED -> resumed(choice);
    };
  }

  private Stance given(Choice choice) {
    if (against.isEmpty()) {
      var newest = yes.filter(before -> !choice.replaces(before)).or(() -> Optional.of(choice));
      return new Stance(purpose, newest, against, paused, noes);
    }
    return against.get().isClearedBy(choice)
        ? new Stance(purpose, Optional.of(choice), Optional.empty(), paused, pauseAlone())
        : this;
  }

  private Stance denied(Choice choice, Reason reason) {
    return new Stance(
        purpose, Optional.empty(), Bar.raise(against, choice), paused, noes | reason.bit());
  }

  private Stance resumed(Choice choice) {
    return paused.filter(bar -> bar.isClearedBy(choice)).isPresent()
        ? new Stance(purpose, yes, against, Optional.empty(), noes & ~Reason.PAUSED.bit())
        : this;
  }

  private int pauseAlone() {
    return noes & Reason.PAUSED.bit();
  }
}
