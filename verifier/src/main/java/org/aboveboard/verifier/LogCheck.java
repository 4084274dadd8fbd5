package org.aboveboard.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.tile.Audit;
import org.aboveboard.ledger.tile.Tile;
import org.aboveboard.ledger.tile.TiledTree;

/// The check of a whole log in a folder: its checkpoint's signatures, every tile, and the root.
record LogCheck(Belief belief, Path folder) {
  private static final String COPY = "Copy the log's folder again, with all its tiles.";

  Outcome check() throws IOException, Unreadable {
    var signed = signed();
    if (belief.verify(signed.note()) instanceof Verdict.Refuted(var reason)) {
      return new Outcome.Refuted("checkpoint: " + reason);
    }
    var tiles = new KeptTiles(folder);
    return switch (Audit.of(tiles, signed.checkpoint())) {
      case Audit.Faulty(var tile, var reason) when !tiles.has(tile) ->
          new Outcome.Unchecked(reason, COPY);
      case Audit.Faulty(_, var reason) -> new Outcome.Refuted(reason);
      case Audit.Forked(_, var root) ->
          new Outcome.Refuted("the entries lead to the root " + root + ", not to the checkpoint's");
      case Audit.Clean _ -> confirm(signed, tiles);
    };
  }

  private Signed signed() throws IOException, Unreadable {
    try {
      return Signed.read("checkpoint", Files.readAllBytes(folder.resolve("checkpoint")));
    } catch (NoSuchFileException _) {
      throw new Unreadable("the folder holds no file named checkpoint", COPY);
    }
  }

  private Outcome confirm(Signed signed, KeptTiles tiles) throws IOException {
    var checkpoint = signed.checkpoint();
    var lines = new ArrayList<String>(census(tiles, checkpoint.size()));
    lines.addAll(belief.witnesses(signed.note()));
    var claim =
        "every tile follows from the "
            + Count.of(checkpoint.size(), "entry", "entries")
            + " that the log "
            + checkpoint.origin()
            + " signed";
    return belief.confirm(claim, checkpoint.origin()).with(lines);
  }

  /// How many entries of each kind there are, and the times of the first and the last.
  private static List<String> census(KeptTiles tiles, long size) throws IOException {
    var kinds = new TreeMap<String, Long>();
    var times = new ArrayList<Instant>();
    for (long first = 0; first < size; first += Tile.FULL) {
      // a tree of its own for each bundle, since a tree remembers what it has read
      var bundle = new TiledTree(tiles, size).bundle(first / Tile.FULL);
      for (int i = 0; i < bundle.size(); i++) {
        var entry = Entry.read(first + i, bundle.get(i));
        kinds.merge(entry.map(Entry::kind).orElse("(not an entry of ours)"), 1L, Long::sum);
        boolean isEnd = first + i == 0 || first + i == size - 1;
        entry.filter(_ -> isEnd).ifPresent(end -> times.add(end.at()));
      }
    }
    return lines(kinds, times);
  }

  private static List<String> lines(Map<String, Long> kinds, List<Instant> times) {
    var lines = new ArrayList<String>();
    int width = kinds.keySet().stream().mapToInt(String::length).max().orElse(0);
    kinds.forEach(
        (kind, count) -> lines.add("  " + kind + " ".repeat(width - kind.length() + 2) + count));
    if (!times.isEmpty()) {
      lines.add("First entry: " + Plain.time(times.getFirst()) + ".");
      lines.add("Last entry: " + Plain.time(times.getLast()) + ".");
    }
    return lines;
  }
}
