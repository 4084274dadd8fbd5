package org.aboveboard.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aboveboard.server.journal.Journal.Write;
import org.aboveboard.server.journal.Shelf.Verdict;

/// All of a group that goes to one shelf.
final class Batch<L extends Leaf> {
  private final Shelf<L> shelf;
  private final List<Write<L>> writes = new ArrayList<>();

  private Batch(Shelf<L> shelf) {
    this.shelf = shelf;
  }

  static List<Batch<?>> of(List<Write<?>> group) {
    Map<Shelf<?>, Batch<?>> batches = new LinkedHashMap<>();
    group.forEach(write -> add(batches, write));
    return List.copyOf(batches.values());
  }

  // a shelf's batch holds writes to that very shelf, so their leaves are of its kind
  @SuppressWarnings("unchecked")
  private static <L extends Leaf> void add(Map<Shelf<?>, Batch<?>> batches, Write<L> write) {
    ((Batch<L>) batches.computeIfAbsent(write.shelf, _ -> new Batch<>(write.shelf)))
        .writes.add(write);
  }

  /// Judges, places and writes; answers where both counts stand then.
  Head.Next into(Connection connection, Instant now, Head.Next next) throws SQLException {
    long first =
        switch (shelf.count()) {
          case ENTRIES -> next.entry();
          case DECISIONS -> next.decision();
        };
    List<L> leaves = writes.stream().flatMap(write -> write.leaves.stream()).toList();
    List<Verdict> verdicts = shelf.judge(connection, leaves);
    List<L> kept = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      placed.add(
          switch (verdicts.get(i)) {
            case WRITE -> {
              kept.add(leaves.get(i));
              yield new Placed.At(first + kept.size() - 1);
            }
            case REPEATED -> new Placed.Repeated();
            case STALE -> new Placed.Stale();
          });
    }
    if (!kept.isEmpty()) {
      put(connection, now, shelf.follow(connection, kept), first);
    }
    hand(placed);
    return switch (shelf.count()) {
      case ENTRIES -> new Head.Next(first + kept.size(), next.decision());
      case DECISIONS -> new Head.Next(next.entry(), first + kept.size());
    };
  }

  private void put(Connection connection, Instant now, List<L> leaves, long first)
      throws SQLException {
    switch (shelf.count()) {
      case ENTRIES -> Head.append(connection, now, leaves, first);
      case DECISIONS -> Head.decide(connection, leaves, first);
    }
    shelf.put(connection, leaves, first);
  }

  private void hand(List<Placed> placed) {
    int from = 0;
    for (Write<L> write : writes) {
      write.placed = List.copyOf(placed.subList(from, from + write.leaves.size()));
      from += write.leaves.size();
    }
  }
}
