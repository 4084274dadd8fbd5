package org.aboveboard.ledger;

import java.util.function.Supplier;

/// What a check found. There is no third answer, and silence is never a yes.
public sealed interface Verdict {
  /// The claim follows from the evidence.
  record Verified() implements Verdict {}

  /// The claim does not follow; the reason names the first thing that does not fit.
  record Refuted(String reason) implements Verdict {}

  /// Verified where the claim holds, else refuted for this reason.
  static Verdict of(boolean holds, String reasonIfNot) {
    return holds ? new Verified() : new Refuted(reasonIfNot);
  }

  /// This verdict where it refutes, else the next one.
  default Verdict and(Supplier<Verdict> next) {
    return switch (this) {
      case Verified _ -> next.get();
      case Refuted refuted -> refuted;
    };
  }
}
