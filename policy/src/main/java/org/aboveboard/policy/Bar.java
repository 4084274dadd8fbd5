package org.aboveboard.policy;

import java.time.Instant;
import java.util.Optional;

/// How late and how well founded a choice must be to lift every no that stands.
record Bar(Instant at, Evidence evidence) {

  /// The bar after one more no, which can only rise.
  static Optional<Bar> raise(Optional<Bar> bar, Choice no) {
    return Optional.of(
        bar.map(before -> before.and(no)).orElseGet(() -> new Bar(no.at(), no.evidence())));
  }

  boolean isClearedBy(Choice choice) {
    return choice.at().isAfter(at) && choice.evidence().compareTo(evidence) >= 0;
  }

  private Bar and(Choice no) {
    return new Bar(
        no.at().isAfter(at) ? no.at() : at,
        no.evidence().compareTo(evidence) > 0 ? no.evidence() : evidence);
  }
}
