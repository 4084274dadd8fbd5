package org.aboveboard.models;

/// Whole numbers by key in an open-addressed table; a key whose number comes back to zero leaves no
/// trace.
final class Counts {
  private static final int SPREAD = 0x9E3779B9;

  private int[] keys = new int[4];
  private int[] values = new int[4];
  private int size;

  /// What is done with a key and its number.
  interface Action {
    void accept(int key, int value);
  }

  /// How many keys have a number.
  int size() {
    return size;
  }

  /// The number of a key, or zero.
  int get(int key) {
    return values[place(key)];
  }

  /// Adds to the number of a key; refuses what an integer cannot hold.
  void add(int key, int change) {
    int at = place(key);
    boolean wasThere = values[at] != 0;
    int value = Math.addExact(values[at], change);
    keys[at] = key;
    values[at] = value;
    if (wasThere && value == 0) {
      close(at);
    } else if (!wasThere && value != 0) {
      size++;
      makeRoom();
    }
  }

  /// Everything that has a number, in no order that means anything.
  void forEach(Action action) {
    for (int at = 0; at < keys.length; at++) {
      if (values[at] != 0) {
        action.accept(keys[at], values[at]);
      }
    }
  }

  private int home(int key) {
    return (key * SPREAD) >>> (1 + Integer.numberOfLeadingZeros(keys.length));
  }

  private int place(int key) {
    int at = home(key);
    while (values[at] != 0 && keys[at] != key) {
      at = next(at);
    }
    return at;
  }

  private int next(int at) {
    return (at + 1) & (keys.length - 1);
  }

  /// Moves what follows a hole back into it, so that every key is still found from its home.
  private void close(int from) {
    size--;
    int hole = from;
    for (int at = next(hole); values[at] != 0; at = next(at)) {
      int mask = keys.length - 1;
      if (((at - home(keys[at])) & mask) >= ((at - hole) & mask)) {
        keys[hole] = keys[at];
        values[hole] = values[at];
        hole = at;
        values[hole] = 0;
      }
    }
    keys[hole] = 0;
  }

  private void makeRoom() {
    if (3 * size < 2 * keys.length) {
      return;
    }
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[2 * oldKeys.length];
    values = new int[2 * oldKeys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldValues[old] != 0) {
        int at = place(oldKeys[old]);
        keys[at] = oldKeys[old];
        values[at] = oldValues[old];
      }
    }
  }
}
