package org.aboveboard.server.key;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/// Turns to the next epoch: makes it, wraps everybody's key anew, destroys the older ones, and only
/// then tells.
///
/// How far it has come stands in the folder and in the rows alone, so a roll after a stop finishes
/// what an earlier one began. It never takes along whom the erasures file names: where a backup
/// brought such a person back, they must be erased first, which the next start does.
public final class EpochRoll {
  private static final int BATCH = 2_000;
  private static final int PASSES = 3;

  private final Safe safe;
  private final WrappedKeys rows;
  private final EpochDestroyed destroyed;
  private final InstantSource clock;
  private final Consumer<Step> reached;

  public EpochRoll(Safe safe, WrappedKeys rows, EpochDestroyed destroyed, InstantSource clock) {
    this(safe, rows, destroyed, clock, _ -> {});
  }

  EpochRoll(
      Safe safe,
      WrappedKeys rows,
      EpochDestroyed destroyed,
      InstantSource clock,
      Consumer<Step> reached) {
    this.safe = safe;
    this.rows = rows;
    this.destroyed = destroyed;
    this.clock = clock;
    this.reached = reached;
  }

  /// Whether the newest epoch is that old, or an earlier roll was cut short.
  public boolean isDue(Duration age) {
    return isUnfinished() || !safe.epochs().newest().made().plus(age).isAfter(clock.instant());
  }

  /// Rolls, or finishes the roll that was cut short.
  public Rolled roll() {
    return rows.<Rolled>alone(this::rollAlone).orElseGet(Rolled.Busy::new);
  }

  private boolean isUnfinished() {
    return safe.epochs().numbers().size() > 1
        || safe.epochs()
            .guarded(() -> {
              Destruction destruction = safe.epochs().destruction();
              return !destruction.underWay().isEmpty() || !destruction.untold().isEmpty();
            });
  }

  private Rolled rollAlone() {
    if (!isUnfinished()) {
      safe.epochs().next();
      reached.accept(Step.MADE);
    }
    Epoch newest = safe.epochs().newest();
    rows.settle();
    reached.accept(Step.SETTLED);
    SortedSet<Integer> older = safe.epochs().numbers().headSet(newest.number());
    List<Integer> leaving = new ArrayList<>(older);
    leaving.add(Wrap.BEFORE);
    long rewrapped = 0;
    long left = 0;
    for (int pass = 0; pass < PASSES && (pass == 0 || left > 0); pass++) {
      rewrapped += rewrap(leaving, newest);
      left = rows.fence(leaving, () -> destroy(older));
    }
    if (left > 0) {
      return new Rolled.Left(newest.number(), left);
    }
    List<Integer> told = tell();
    reached.accept(Step.ENDED);
    return new Rolled.Done(newest.number(), rewrapped, told);
  }

  private long rewrap(List<Integer> leaving, Epoch newest) {
    long count = 0;
    long after = Long.MIN_VALUE;
    List<WrappedKey> batch = rows.under(leaving, after, BATCH);
    while (!batch.isEmpty()) {
      after = batch.getLast().subject();
      count += rewrapBatch(batch, newest);
      reached.accept(Step.BATCH);
      batch = rows.under(leaving, after, BATCH);
    }
    return count;
  }

  private int rewrapBatch(List<WrappedKey> batch, Epoch newest) {
    Erasures.Known erased = safe.erasures().known();
    List<WrappedKey> before = new ArrayList<>(batch.size());
    List<WrappedKey> anew = new ArrayList<>(batch.size());
    for (WrappedKey row : batch) {
      SecretKey key = safe.wrap().unwrap(row.wrapped().array(), row.lookup());
      if (!erased.contains(row.lookup(), Wrap.fingerprint(key))) {
        before.add(row);
        anew.add(row.as(safe.wrap().wrap(key, row.lookup(), newest)));
      }
    }
    return before.isEmpty() ? 0 : rows.replace(before, anew);
  }

  private void destroy(SortedSet<Integer> older) {
    reached.accept(Step.EMPTIED);
    safe.epochs()
        .guarded(() -> {
          Destruction destruction = safe.epochs().destruction();
          List<Integer> all = new ArrayList<>(destruction.underWay());
          all.addAll(older);
          for (int number : all) {
            destruction.destroy(number, reached);
          }
          return all;
        });
  }

  /// Tells of what is destroyed, then forgets the erasures that nothing can undo any more.
  private List<Integer> tell() {
    Map<Integer, Instant> untold = safe.epochs().guarded(safe.epochs().destruction()::untold);
    untold.forEach((number, at) -> {
      destroyed.tell(number, at, everywhere(number));
      reached.accept(Step.TOLD);
      safe.erasures().prune(number);
      reached.accept(Step.PRUNED);
      forgetNote(number);
    });
    return List.copyOf(untold.keySet());
  }

  private List<Erased> everywhere(int number) {
    return safe.erasures().all().stream()
        .filter(line -> line.epoch() > Wrap.BEFORE && line.epoch() <= number)
        .toList();
  }

  private void forgetNote(int number) {
    safe.epochs()
        .guarded(() -> {
          safe.epochs().destruction().told(number);
          return number;
        });
  }
}
