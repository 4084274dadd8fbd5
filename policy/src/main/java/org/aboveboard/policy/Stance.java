package org.aboveboard.policy;

import java.time.Period;
import java.util.Optional;

/// Where a subject stands on one purpose, surface or signal after all they said about it.
///
/// A no ends the yes before it, and stands until a yes that is later than every standing no and
/// rests on evidence at least as strong. So neither an old yes that arrives late nor an imported
/// one can overrule what the person told us; it stays in the history and changes nothing.
///
/// @param yes the one that counts; absent while a no stands
/// @param keep how long at most what was done is kept; the last word counts
/// @param noes the reasons that stand, as bits of [Reason]
record Stance(
    String about,
    Optional<Choice> yes,
    Optional<Bar> against,
    Optional<Bar> paused,
    Optional<Period> keep,
    int noes) {

  static Stance silent(String about) {
    return new Stance(
        about, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  Stance with(Choice choice) {
    return switch (choice.kind()) {
      case GIVEN -> given(choice);
      case REFUSED -> denied(choice, Reason.REFUSED);
      case WITHDRAWN -> denied(choice, Reason.WITHDRAWN);
      case PAUSED ->
          new Stance(
              about, yes, against, Bar.raise(paused, choice), keep, noes | Reason.PAUSED.bit());
      case RESUMED -> resumed(choice);
      case KEPT -> new Stance(about, yes, against, paused, choice.keep(), noes);
      case CONTRADICTED -> this;
    };
  }

  private Stance given(Choice choice) {
    if (against.isEmpty()) {
      var newest = yes.filter(before -> !choice.replaces(before)).or(() -> Optional.of(choice));
      return new Stance(about, newest, against, paused, keep, noes);
    }
    return against.get().isClearedBy(choice)
        ? new Stance(about, Optional.of(choice), Optional.empty(), paused, keep, pauseAlone())
        : this;
  }

  private Stance denied(Choice choice, Reason reason) {
    return new Stance(
        about, Optional.empty(), Bar.raise(against, choice), paused, keep, noes | reason.bit());
  }

  private Stance resumed(Choice choice) {
    return paused.filter(bar -> bar.isClearedBy(choice)).isPresent()
        ? new Stance(about, yes, against, Optional.empty(), keep, noes & ~Reason.PAUSED.bit())
        : this;
  }

  private int pauseAlone() {
    return noes & Reason.PAUSED.bit();
  }
}
