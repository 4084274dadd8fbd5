package org.aboveboard.models;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Which item sits in which slot of the matrices; never changes.
final class Index {
  private final int[] bySlot;
  private final int[] ascending;
  private final int[] slots;

  /// Items in the order of their slots.
  Index(int[] bySlot) {
    this.bySlot = bySlot.clone();
    this.slots =
        IntStream.range(0, bySlot.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(bySlot[a], bySlot[b]))
            .mapToInt(slot -> slot)
            .toArray();
    this.ascending = Arrays.stream(slots).map(slot -> bySlot[slot]).toArray();
  }

  /// The index of these items: this one, if it is the same.
  Index of(int[] items) {
    return Arrays.equals(items, bySlot) ? this : new Index(items);
  }

  int size() {
    return bySlot.length;
  }

  int item(int slot) {
    return bySlot[slot];
  }

  /// The slot of an item, or a negative number.
  int slot(int item) {
    int place = Arrays.binarySearch(ascending, item);
    return place < 0 ? -1 : slots[place];
  }

  /// The slot of the item that is at this place in ascending order.
  int slotAt(int place) {
    return slots[place];
  }

  int[] ascending() {
    return ascending.clone();
  }
}
