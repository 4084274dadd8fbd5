package org.aboveboard.server.recommend;

import java.time.Instant;
import java.util.List;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Personal;

/// The record of a recommendation: everything needed to add it up again.
///
/// @param modelVersion the journal index that the model was equal to
/// @param consentIndex the last thing the subject had said; zero where no subject is named
/// @param lambda the ridge the scores were made with
/// @param xi the output scale they were made with
/// @param arm which arm of which experiment; `none` until there are any
/// @param propensity how likely this list was to be shown; 1 while nothing is drawn by chance
@Personal
public record Recorded(
    String recommId,
    Instant at,
    String surface,
    Level level,
    String policyDigest,
    long modelVersion,
    long consentIndex,
    double lambda,
    double xi,
    String arm,
    double propensity,
    List<Pick> picks) {
  public Recorded {
    picks = List.copyOf(picks);
  }

  @Override
  public String toString() {
    return "Recorded";
  }
}
