package org.aboveboard.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/// Many clients at once, a virtual thread each, in a closed loop: each does its next turn when its
/// last is done.
final class Clients {
  private Clients() {}

  /// What one client does in one turn; answers how long what counts of it took, in nanoseconds.
  interface Turn {
    long take(int client, int turn) throws Exception;
  }

  /// Lets them all begin at once and take turns until the time is over.
  static Took run(int clients, double seconds, Turn turn) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<long[]> parts = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    long[] end = new long[1];
    for (int c = 0; c < clients; c++) {
      int client = c;
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                long[] own = turns(start, () -> end[0], client, turn);
                synchronized (parts) {
                  parts.add(own);
                }
              }));
    }
    long begin = System.nanoTime();
    end[0] = begin + (long) (seconds * 1e9);
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    if (parts.size() < clients) {
      throw new IllegalStateException(clients - parts.size() + " clients failed, see above");
    }
    return Took.of(parts, (System.nanoTime() - begin) / 1e9);
  }

  private static long[] turns(CountDownLatch start, LongSupplier end, int client, Turn turn) {
    long[] took = new long[1024];
    int turns = 0;
    try {
      start.await();
      while (System.nanoTime() < end.getAsLong()) {
        if (turns == took.length) {
          took = Arrays.copyOf(took, 2 * turns);
        }
        took[turns] = turn.take(client, turns);
        turns++;
      }
    } catch (Exception e) {
      throw new IllegalStateException("client " + client + " failed in turn " + turns, e);
    }
    return Arrays.copyOf(took, turns);
  }
}
