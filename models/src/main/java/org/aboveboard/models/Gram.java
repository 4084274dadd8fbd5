package org.aboveboard.models;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// The Gram matrix in exact integers: for each pair of items the sum over rows of the product of
/// their weights.
///
/// Beside it, where any weight is not one, how many rows hold each pair. Integers do not care in
/// which order rows came and went.
final class Gram {
  private final Map<Integer, Integer> slots = new HashMap<>();
  private int[] items = new int[16];
  private Triangle sums = new Triangle();
  private Triangle holders = sums;

  /// The matrix of these items, counted from the rows.
  static Gram count(Corpus corpus, int[] items) {
    var gram = new Gram();
    for (int item : items) {
      gram.open(item);
    }
    corpus.forEach((row, times) -> gram.add(row, times));
    return gram;
  }

  /// The same counts for these items only, in this order.
  Gram select(int[] chosen) {
    var gram = new Gram();
    int[] from = Arrays.stream(chosen).map(this::slot).toArray();
    gram.sums = sums.select(from);
    gram.holders = holders == sums ? gram.sums : holders.select(from);
    gram.items = chosen.clone();
    for (int slot = 0; slot < chosen.length; slot++) {
      gram.slots.put(chosen[slot], slot);
    }
    return gram;
  }

  int size() {
    return sums.size();
  }

  int item(int slot) {
    return items[slot];
  }

  int[] items() {
    return Arrays.copyOf(items, size());
  }

  /// The slot of an item, or a negative number.
  int slot(int item) {
    return slots.getOrDefault(item, -1);
  }

  int get(int i, int j) {
    return sums.get(i, j);
  }

  /// Sums of row `i` up to its diagonal; not to be changed.
  int[] row(int i) {
    return sums.row(i);
  }

  /// How many rows hold each pair, as it is now and stays.
  int[][] holders() {
    return holders.share();
  }

  /// Gives an item a slot, empty.
  void open(int item) {
    int slot = size();
    if (slot == items.length) {
      items = Arrays.copyOf(items, Math.max(16, slot * 2));
    }
    items[slot] = item;
    slots.put(item, slot);
    sums.grow();
    if (holders != sums) {
      holders.grow();
    }
  }

  /// The slots of the items of a row that have one, at the places they have in the row; others
  /// negative.
  int[] slots(Row row) {
    int[] found = new int[row.size()];
    for (int k = 0; k < found.length; k++) {
      found[k] = slot(row.item(k));
    }
    return found;
  }

  /// A row as a vector by slot; items without a slot are left out.
  Sparse sparse(Row row) {
    int[] at = slots(row);
    int[] places = IntStream.range(0, at.length).filter(k -> at[k] >= 0).toArray();
    return new Sparse(
        Arrays.stream(places).map(k -> at[k]).toArray(),
        Arrays.stream(places).mapToDouble(row::weight).toArray());
  }

  /// The column of a slot above the diagonal, as far as the slots that `kept` names.
  Sparse column(int slot, int[] kept) {
    int[] at = Arrays.stream(kept).filter(j -> j < slot && get(slot, j) != 0).toArray();
    return new Sparse(at, Arrays.stream(at).mapToDouble(j -> get(slot, j)).toArray());
  }

  /// Gives an item that rows hold already a slot, and counts it.
  void enter(int item, Corpus corpus) {
    open(item);
    int slot = slot(item);
    corpus.forEach((row, times) -> {
      int own = row.place(item);
      for (int k = 0; own >= 0 && k < row.size(); k++) {
        int other = slot(row.item(k));
        if (other >= 0) {
          add(slot, other, row.weight(own) * row.weight(k), times);
        }
      }
    });
  }

  /// Refuses a row that would push a count past what an integer holds.
  void check(Row row) {
    int[] at = slots(row);
    for (int a = 0; a < at.length; a++) {
      for (int b = 0; b <= a && at[a] >= 0; b++) {
        if (at[b] >= 0) {
          var _ = Math.addExact(sums.get(at[a], at[b]), row.weight(a) * row.weight(b));
        }
      }
    }
  }

  /// Adds a row a number of times; a negative number takes it out.
  void add(Row row, int times) {
    if (!row.isPlain() && holders == sums) {
      holders = sums.select(identity());
    }
    int[] at = slots(row);
    for (int a = 0; a < at.length; a++) {
      for (int b = 0; b <= a && at[a] >= 0; b++) {
        if (at[b] >= 0) {
          add(at[a], at[b], row.weight(a) * row.weight(b), times);
        }
      }
    }
  }

  private void add(int i, int j, int product, int times) {
    sums.add(i, j, Math.multiplyExact(product, times));
    if (holders != sums) {
      holders.add(i, j, times);
    }
  }

  private int[] identity() {
    int[] slots = new int[size()];
    Arrays.setAll(slots, slot -> slot);
    return slots;
  }

  /// The hash of one item's counts as triples (item, item not above it, sum), by ascending items,
  /// zeros left out.
  byte[] digest(int[] ascending, int place) {
    MessageDigest digest = Sha256.begin();
    var buffer = ByteBuffer.allocate(3 * Integer.BYTES * 1024);
    int item = ascending[place];
    int own = slot(item);
    for (int j = 0; j <= place; j++) {
      int sum = get(own, slot(ascending[j]));
      if (sum != 0) {
        put(buffer, digest, item, ascending[j], sum);
      }
    }
    digest.update(buffer.flip());
    return digest.digest();
  }

  private static void put(ByteBuffer buffer, MessageDigest digest, int a, int b, int sum) {
    if (!buffer.hasRemaining()) {
      digest.update(buffer.flip());
      buffer.clear();
    }
    buffer.putInt(a).putInt(b).putInt(sum);
  }
}
