package org.aboveboard.server.lease;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// What threads wait on until something they look for may have come about.
final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long rings;

  void ring() {
    lock.lock();
    try {
      rings++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Looks now, after each ring, and at least so often, until it is so; false if it is not in time.
  boolean await(BooleanSupplier isSo, Duration atLeastEvery, Duration patience)
      throws InterruptedException {
    long left = patience.toNanos();
    long heard = rings();
    while (!isSo.getAsBoolean()) {
      if (left <= 0) {
        return false;
      }
      left -= rest(heard, Math.min(left, atLeastEvery.toNanos()));
      heard = rings();
    }
    return true;
  }

  /// Waits for a ring after those that were heard; answers how long it took.
  private long rest(long heard, long atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost;
      while (rings == heard && left > 0) {
        left = rung.awaitNanos(left);
      }
      return atMost - left;
    } finally {
      lock.unlock();
    }
  }

  private long rings() {
    lock.lock();
    try {
      return rings;
    } finally {
      lock.unlock();
    }
  }
}
