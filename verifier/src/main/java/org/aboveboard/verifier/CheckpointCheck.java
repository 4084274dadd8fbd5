package org.aboveboard.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.tile.TileFault;
import org.aboveboard.ledger.tile.TileSource;
import org.aboveboard.ledger.tile.TiledTree;

/// The check that some checkpoints are of one ledger: equal sizes have equal roots, and each
/// smaller tree is the beginning of the next larger one.
///
/// Two roots for one size refute it by themselves. Different sizes need tiles, which are not
/// doubted or believed but used: where they lead to the larger root, what they say of the smaller
/// one is proven.
record CheckpointCheck(Belief belief, Ledger ledger) {
  /// Where the tiles are.
  sealed interface Ledger {
    /// The person gave none.
    record Unknown() implements Ledger {}

    /// They are here.
    record Kept(TileSource tiles) implements Ledger {}
  }

  Outcome check(List<Signed> given) throws IOException {
    for (var signed : given) {
      if (belief.verify(signed.note()) instanceof Verdict.Refuted(var reason)) {
        return new Outcome.Refuted(signed.name() + ": " + reason);
      }
    }
    var sorted = new ArrayList<>(given);
    sorted.sort(Comparator.comparingLong(signed -> signed.checkpoint().size()));
    for (int i = 0; i < sorted.size(); i++) {
      var pair = pair(sorted.get(Math.max(0, i - 1)), sorted.get(i));
      if (pair.exitCode() != 0) {
        return pair;
      }
    }
    return confirm(sorted);
  }

  private Outcome pair(Signed small, Signed large) throws IOException {
    if (!small.checkpoint().origin().equals(large.checkpoint().origin())) {
      return new Outcome.Unchecked(
          both(small, large) + " are of different logs", "Compare the checkpoints of one log.");
    }
    if (small.checkpoint().size() == large.checkpoint().size()) {
      return same(small, large);
    }
    if (small.checkpoint().size() == 0) {
      return fits(
          small.checkpoint().root().equals(Tree.EMPTY),
          small.name() + ": no log of size 0 has this root");
    }
    return switch (ledger) {
      case Ledger.Kept(var tiles) -> grown(small, large, tiles);
      case Ledger.Unknown _ ->
          new Outcome.Unchecked(
              both(small, large) + " have different sizes, which tiles alone can compare",
              "Give the folder with the log's tiles with --ledger FOLDER.");
    };
  }

  private static Outcome same(Signed one, Signed other) {
    return fits(
        one.checkpoint().root().equals(other.checkpoint().root()),
        both(one, other)
            + " have the same size and different roots, so two ledgers were shown under one name;"
            + " keep both files, they prove it");
  }

  private static Outcome grown(Signed small, Signed large, TileSource tiles) throws IOException {
    var tree = new TiledTree(tiles, large.checkpoint().size());
    try {
      if (!tree.root().equals(large.checkpoint().root())) {
        return new Outcome.Unchecked(
            "the tiles are not those that " + large.name() + " speaks of",
            "Copy the tiles again, from where the checkpoint came.");
      }
      var proof = tree.consistency(small.checkpoint().size());
      var verdict = proof.verify(small.checkpoint().root(), large.checkpoint().root());
      return fits(
          verdict instanceof Verdict.Verified,
          small.name()
              + " is not the beginning of "
              + large.name()
              + ", so two ledgers were shown under one name; keep both files, they prove it");
    } catch (TileFault fault) {
      return new Outcome.Unchecked(
          String.valueOf(fault.getMessage()), "Copy the folder again, with all its tiles.");
    }
  }

  private Outcome confirm(List<Signed> sorted) {
    var last = sorted.getLast();
    var lines = new ArrayList<String>();
    for (var signed : sorted) {
      lines.add(
          "  " + signed.name() + "  " + Count.of(signed.checkpoint().size(), "entry", "entries"));
      belief.witnesses(signed.note()).forEach(line -> lines.add("    " + line));
    }
    var claim =
        sorted.size() == 1
            ? "the log " + last.checkpoint().origin() + " signed this checkpoint"
            : "all "
                + sorted.size()
                + " checkpoints are of one ledger of the log "
                + last.checkpoint().origin();
    return belief.confirm(claim, last.checkpoint().origin()).with(lines);
  }

  private static Outcome fits(boolean holds, String reason) {
    return holds ? new Outcome.Holds("") : new Outcome.Refuted(reason);
  }

  private static String both(Signed one, Signed other) {
    return one.name() + " and " + other.name();
  }
}
