package org.aboveboard.server.learn;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
    return new TreeMap<>(may.rows(inForce, look, look.last(), Optional.empty()))
        .values().stream().filter(one -> one.row().size() > 0).map(Learnable::trained).toList();
  }
}
