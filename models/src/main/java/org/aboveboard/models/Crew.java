package org.aboveboard.models;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// A number of threads that share independent pieces of work; who does which piece changes no bit.
record Crew(int threads) {
  Crew {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, not " + threads);
    }
  }

  /// Does the pieces `from` (inclusive) to `to` (exclusive), in any order, and returns when all are
  /// done.
  void share(int from, int to, IntConsumer piece) {
    var next = new AtomicInteger(from);
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < to; i = next.getAndIncrement()) {
            piece.accept(i);
          }
        };
    List<FutureTask<Boolean>> others = new ArrayList<>();
    for (int t = 1; t < Math.min(threads, to - from); t++) {
      var other = new FutureTask<>(work, true);
      others.add(other);
      Thread.ofPlatform().daemon().name("models-" + t).start(other);
    }
    work.run();
    others.forEach(Crew::join);
  }

  private static void join(FutureTask<Boolean> other) {
    boolean interrupted = false;
    while (true) {
      try {
        boolean done = other.get();
        assert done;
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw new IllegalStateException("a share of the work failed", e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
