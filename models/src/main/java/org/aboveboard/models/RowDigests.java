package org.aboveboard.models;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The hashes of the integers' rows, each made again only after it changed: what an erasure says of
/// a large model is then read from a few rows and not from all.
final class RowDigests {
  private final Map<Integer, byte[]> made = new HashMap<>();
  private int[] among = {};
  private boolean wasAll = true;

  /// The sums of these items are others now.
  void forget(Row row) {
    for (int k = 0; k < row.size(); k++) {
      made.remove(row.item(k));
    }
  }

  /// Feeds the hash of each item's row, ascending.
  ///
  /// @param isAll whether these are all items that any row holds; then an item that came or went
  ///   since changes only rows that were forgotten, for its sums with all others are zero
  void feed(Gram gram, int[] ascending, boolean isAll, MessageDigest digest) {
    if (!(isAll && wasAll) && !Arrays.equals(among, ascending)) {
      made.clear();
    }
    among = ascending.clone();
    wasAll = isAll;
    for (int i = 0; i < ascending.length; i++) {
      int place = i;
      digest.update(made.computeIfAbsent(ascending[i], _ -> gram.digest(ascending, place)));
    }
  }
}
