package org.aboveboard.server.residue;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Secrets to look for in files and in memory. It holds them veiled, so that it does not find
/// itself.
///
/// A secret is found by any eight of its first bytes that stand together at one of eight places:
/// the database's compression breaks what it cannot shorten after each eight bytes at the latest.
public final class Needles {
  private static final int WINDOWS = 8;
  private static final long VEIL = 0x5bd1_e995_9e37_79b9L;
  private static final ValueLayout.OfLong LONG =
      JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private long[] veiled = new long[1 << 10];
  private int[] whose = new int[1 << 10];
  private long[] next = new long[1 << 10];
  private int used;
  private int bits;

  /// Told of each find.
  @FunctionalInterface
  public interface Find {
    /// @param secret the number under which it was added
    /// @param place where in the segment its window stands
    void found(int secret, long place);
  }

  /// A secret of at least fifteen bytes, under a number of the caller's.
  public void add(int secret, byte[] bytes) {
    for (int i = 0; i < WINDOWS; i++) {
      window(secret, window(bytes, i));
    }
  }

  /// The same for digits, which say less each: the next eight must follow, broken once at most.
  public void digits(int secret, byte[] digits) {
    for (int i = 0; i < WINDOWS; i++) {
      insert(secret, window(digits, i) ^ VEIL, window(digits, i + Long.BYTES) ^ VEIL);
    }
  }

  /// Eight bytes, found as they are.
  public void window(int secret, long window) {
    insert(secret, window ^ VEIL, 0);
  }

  private static long window(byte[] bytes, int from) {
    return ByteBuffer.wrap(bytes, from, Long.BYTES).getLong();
  }

  private void insert(int secret, long value, long following) {
    if (2 * used >= veiled.length) {
      grow();
    }
    bits = Integer.numberOfTrailingZeros(veiled.length);
    put(secret, value, following);
  }

  private void put(int secret, long value, long following) {
    int at = slot(value);
    while (veiled[at] != 0) {
      at = (at + 1) & (veiled.length - 1);
    }
    veiled[at] = value;
    whose[at] = secret;
    next[at] = following;
    used++;
  }

  private void grow() {
    long[] before = veiled;
    int[] owners = whose;
    long[] following = next;
    veiled = new long[before.length * 4];
    whose = new int[veiled.length];
    next = new long[veiled.length];
    bits = Integer.numberOfTrailingZeros(veiled.length);
    used = 0;
    for (int i = 0; i < before.length; i++) {
      if (before[i] != 0) {
        put(owners[i], before[i], following[i]);
      }
    }
  }

  private int slot(long value) {
    return (int) ((value * 0x9e37_79b9_7f4a_7c15L) >>> (Long.SIZE - bits));
  }

  /// Looks at every place of the segment.
  public void search(MemorySegment hay, Find find) {
    long last = hay.byteSize() - Long.BYTES;
    if (last < 0) {
      return;
    }
    long window = hay.get(LONG, 0) >>> Byte.SIZE;
    for (long i = 0; i <= last; i++) {
      window = window << Byte.SIZE | (hay.get(ValueLayout.JAVA_BYTE, i + Long.BYTES - 1) & 0xff);
      long value = window ^ VEIL;
      for (int at = slot(value); veiled[at] != 0; at = (at + 1) & (veiled.length - 1)) {
        if (veiled[at] == value && (next[at] == 0 || follows(hay, i + Long.BYTES, next[at]))) {
          find.found(whose[at], i);
        }
      }
    }
  }

  private static boolean follows(MemorySegment hay, long place, long following) {
    for (long at = place; at <= place + 1 && at + Long.BYTES <= hay.byteSize(); at++) {
      if ((hay.get(LONG, at) ^ VEIL) == following) {
        return true;
      }
    }
    return false;
  }
}
