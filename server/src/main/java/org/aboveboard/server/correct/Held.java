package org.aboveboard.server.correct;

import java.util.Map;
import org.aboveboard.fairness.correct.Standing;

/// How strongly a surface is corrected now, and where its groups stand since that began.
///
/// @param target the share of exposure that each group should have
/// @param saved what all nodes have counted and written down
/// @param since what this node has counted since
record Held(double strength, Map<String, Double> target, Standing saved, Standing since) {
  static final Held NOTHING = new Held(0, Map.of(), Standing.START, Standing.START);

  Held {
    target = Map.copyOf(target);
  }

  boolean isCorrecting() {
    return strength > 0 && !target.isEmpty();
  }

  Standing standing() {
    return saved.plus(since);
  }

  Held counting(Standing more) {
    return new Held(strength, target, saved, since.plus(more));
  }

  /// The same once what it counted is on its way into the store.
  Held saving() {
    return new Held(strength, target, saved.plus(since), Standing.START);
  }
}
