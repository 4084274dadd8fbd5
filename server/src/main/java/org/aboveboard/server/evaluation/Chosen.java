package org.aboveboard.server.evaluation;

import java.util.List;
import java.util.Optional;
import org.aboveboard.models.Incremental;
import org.aboveboard.models.Ranker;
import org.aboveboard.models.Row;

/// The chosen way of ranking, fitted once for all that is measured of it.
///
/// @param learner what it can learn and forget with, if it can
record Chosen(Contest.Placed placed, Optional<Incremental> learner, Ranker ranker) {
  static Chosen of(Contest.Placed placed, List<Row> rows) {
    Optional<Incremental> learner = placed.entrant().learner(rows);
    return new Chosen(
        placed,
        learner,
        learner.map(one -> one.publish(0)).orElseGet(() -> placed.entrant().fit(rows)));
  }
}
