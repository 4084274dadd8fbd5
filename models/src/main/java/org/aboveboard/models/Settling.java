package org.aboveboard.models;

import java.util.Optional;
import java.util.stream.IntStream;

/// The terms of a published model on their way into the matrix they lie on.
///
/// The work takes long and may be done beside the learner's thread: it reads what never changes.
/// Every cell keeps its bits, so a model that settled answers as it did, only sooner.
public final class Settling {
  private static final int THREADS = 1;

  private final Weights weights;
  private final Settings settings;
  private final Kernel kernel;
  private Optional<double[][]> written = Optional.empty();
  private boolean isStopped;

  Settling(Weights weights, Settings settings, Kernel kernel) {
    this.weights = weights;
    this.settings = settings;
    this.kernel = kernel;
  }

  /// Does the work on this thread alone, so that answers have the others.
  public synchronized void write() {
    if (!isStopped) {
      int size = weights.size();
      int[] all = IntStream.range(0, size).toArray();
      written =
          Optional.of(
              new LowRank(weights, size, size, settings.lambda()).apply(all, kernel, THREADS));
    }
  }

  /// Gives the memory back, since another matrix is about to be made; waits for work under way.
  synchronized void stop() {
    isStopped = true;
    written = Optional.empty();
  }

  /// The same weights as `now` on what was written; empty if there is nothing, or `now` does not
  /// lie on the matrix it was written from.
  synchronized Optional<Weights> under(Weights now) {
    return written
        .filter(_ -> now.isOn(weights))
        .map(rows -> new Weights(rows, now.terms().after(weights.terms()), settings));
  }
}
