package org.aboveboard.fairness.correct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Tells of an order that meets minima at every prefix why each item stands where it does.
final class ByPrefix {
  private ByPrefix() {}

  /// An item with the place it had, and the minimum that called for it: the first prefix at which
  /// its group must have so many.
  record Entry(int from, Candidate candidate, int prefix, int minimum) {}

  static Reranked explained(Ranking before, Rule rule, List<Entry> order) {
    var lowest = new HashMap<String, Integer>();
    var placed = new ArrayList<Reranked.Placed>();
    for (var entry : order) {
      int to = placed.size() + 1;
      placed.add(
          new Reranked.Placed(entry.candidate, entry.from, to, move(entry, to, rule, lowest)));
      lowest.merge(entry.candidate.group(), entry.from, Math::max);
    }
    return new Reranked(before, placed);
  }

  private static Move move(Entry entry, int to, Rule rule, Map<String, Integer> lowest) {
    if (entry.from == to) {
      return new Move.Kept();
    }
    return entry.from > to
        ? new Move.Lifted(rule, entry.prefix, entry.minimum)
        : new Move.GaveWay(rule, over(entry, lowest));
  }

  /// The groups of which an item that was below this one is above it now.
  private static SortedSet<String> over(Entry entry, Map<String, Integer> lowest) {
    var groups = new TreeSet<String>();
    lowest.forEach((group, from) -> {
      if (from > entry.from) {
        groups.add(group);
      }
    });
    return groups;
  }
}
