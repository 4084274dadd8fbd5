package org.aboveboard.server.learn;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aboveboard.models.Row;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.learn.LearnStore.Look;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Pools;

/// What everybody agreed to be learnt from, read once, for a model that is measured and not served.
///
/// It is read as for the model itself: for a grant of each purpose that trains, and nothing else.
public final class Agreed {
  private final LearnStore store;
  private final MayTrain may;
  private final Declaration declaration;

  public Agreed(Pools pools, Declaration declaration, Seen seen, InstantSource clock) {
    this.store = new LearnStore(pools, seen, clock);
    this.may = new MayTrain(clock);
    this.declaration = declaration;
  }

  /// Everybody's rows, by the version of the policy that is in force at that moment.
  public List<Trained> rows() {
    Optional<List<Trained>> read = Optional.empty();
    while (read.isEmpty()) {
      declaration.follow();
      InForce inForce = declaration.now();
      read =
          store.look(look ->
              look.version() == inForce.index()
                  ? Optional.of(rows(inForce, look))
                  : Optional.empty());
    }
    return read.get();
  }

  private List<Trained> rows(InForce inForce, Look look) {
    long last = look.last();
    Map<String, Map<Long, Learnable>> without = new HashMap<>();
    for (Signal signal : inForce.policy().signals()) {
      without.put(
          signal.id(),
          may.rows(inForce, look, last, Optional.empty(), other -> !other.equals(signal)));
    }
    return new TreeMap<>(may.rows(inForce, look, last, Optional.empty()))
        .values().stream()
            .filter(one -> one.row().size() > 0)
            .map(one -> one.trained(left(without, one.subject())))
            .toList();
  }

  private static Map<String, Row> left(Map<String, Map<Long, Learnable>> without, long subject) {
    Map<String, Row> left = new HashMap<>();
    without.forEach((signal, rows) ->
        left.put(
            signal,
            Optional.ofNullable(rows.get(subject)).map(Learnable::row).orElse(Row.empty())));
    return left;
  }
}
