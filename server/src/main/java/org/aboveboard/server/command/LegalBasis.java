package org.aboveboard.server.command;

import java.time.Instant;
import java.util.List;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Purpose;

/// What an import rests on: for which purposes its people said yes, since when, and what shows it.
///
/// @param proof where the evidence can be seen, in words; kept with each yes
record LegalBasis(Evidence evidence, List<Purpose> purposes, Instant since, String proof) {
  boolean isDemonstration() {
    return evidence == Evidence.DEMONSTRATION;
  }
}
