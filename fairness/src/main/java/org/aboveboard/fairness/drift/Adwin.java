package org.aboveboard.fairness.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A window over the latest values that shrinks as soon as its older part has another mean than its
/// newer one, and raises an alarm then (ADWIN2; Bifet & Gavaldà, "Learning from time-changing data
/// with adaptive windowing", SIAM SDM 2007).
///
/// Kept as buckets whose sizes are powers of two, at most five of each, so that a window of n
/// values takes memory of the order of ln n. A cut into n₀ older and n₁ newer values is made where
/// their means differ by more than √(2σ²·ln(2/δ′)/m) + 2·ln(2/δ′)/(3m), with m = 1/(1/n₀ + 1/n₁)
/// and δ′ = δ/ln n. The paper bounds the chance of a false cut at each step, not over all steps;
/// cuts are looked for at every 32nd value.
///
/// Once cut, the window holds the newer values alone, so that one change raises one alarm.
public final class Adwin {
  private static final int OF_EACH_SIZE = 5;
  private static final int LEAST = 5;
  private static final int EVERY = 32;

  private final double delta;
  private final List<Bucket> buckets;
  private long seen;

  /// Some neighbouring values, a power of two of them.
  ///
  /// @param squares the sum of the squared distances to their mean
  public record Bucket(long size, double sum, double squares) {
    Bucket with(Bucket other) {
      double apart = sum / size - other.sum / other.size;
      double between = apart * apart * size * other.size / (size + other.size);
      return new Bucket(size + other.size, sum + other.sum, squares + other.squares + between);
    }
  }

  /// An alarm: the means before and after the cut, and how many values the window has now.
  public record Cut(double before, double after, long window, long seen) {}

  private Adwin(State state) {
    delta = state.delta();
    buckets = new ArrayList<>(state.buckets());
    seen = state.seen();
  }

  /// @param delta the chance of a false cut at a step; .002 is usual
  public static Adwin of(double delta) {
    return of(new State(delta, List.of(), 0));
  }

  public static Adwin of(State state) {
    return new Adwin(state);
  }

  /// Takes a value from 0 to 1; gives the alarm that it raised.
  public Optional<Cut> see(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "a value lies between 0 and 1, not " + value + ": scale it, or leave it out");
    }
    seen++;
    buckets.add(new Bucket(1, value, 0));
    merge();
    return seen % EVERY == 0 ? cut() : Optional.empty();
  }

  public State state() {
    return new State(delta, List.copyOf(buckets), seen);
  }

  /// Merges the two oldest of a size where there are more of it than there may be. The oldest come
  /// first, so sizes only fall.
  private void merge() {
    int end = buckets.size();
    while (end > OF_EACH_SIZE
        && buckets.get(end - OF_EACH_SIZE - 1).size() == buckets.get(end - 1).size()) {
      int oldest = end - OF_EACH_SIZE - 1;
      buckets.set(oldest, buckets.get(oldest).with(buckets.remove(oldest + 1)));
      end = oldest + 1;
    }
  }

  /// Drops the oldest bucket until no cut is left.
  private Optional<Cut> cut() {
    Optional<Cut> cut = Optional.empty();
    for (var found = apart(); found.isPresent(); found = apart()) {
      cut = cut.isPresent() ? cut : found;
      buckets.removeFirst();
    }
    return cut.map(first -> new Cut(first.before(), first.after(), window(), seen));
  }

  private Optional<Cut> apart() {
    var all = buckets.stream().reduce(Bucket::with).orElseThrow();
    double logs = Math.log(2 * Math.log((double) all.size()) / delta);
    long older = 0;
    double sum = 0;
    for (var bucket : buckets) {
      older += bucket.size();
      sum += bucket.sum();
      long newer = all.size() - older;
      if (older >= LEAST && newer >= LEAST) {
        double before = sum / older;
        double after = (all.sum() - sum) / newer;
        double inverse = 1.0 / older + 1.0 / newer;
        double variance = all.squares() / all.size();
        if (Math.abs(before - after)
            > Math.sqrt(2 * inverse * variance * logs) + 2 * inverse * logs / 3) {
          return Optional.of(new Cut(before, after, all.size(), seen));
        }
      }
    }
    return Optional.empty();
  }

  /// How many values the window has.
  public long window() {
    return buckets.stream().mapToLong(Bucket::size).sum();
  }

  /// All that there is to save.
  public record State(double delta, List<Bucket> buckets, long seen) {
    public State {
      if (!(delta > 0 && delta < 1)) {
        throw new IllegalArgumentException(
            "the chance of a false cut lies between 0 and 1, not " + delta);
      }
      buckets = List.copyOf(buckets);
    }
  }
}
