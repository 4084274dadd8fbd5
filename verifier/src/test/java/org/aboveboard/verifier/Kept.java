package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.tile.Growth;
import org.aboveboard.ledger.tile.TileFolder;

/// A log of made-up entries in a folder, with each of its checkpoints kept aside.
///
/// @param fork how many entries it shares with the logs of other names
record Kept(Path folder, String name, long fork) {
  static Kept log(Path folder, String name, long fork) {
    return new Kept(folder.resolve(name), name, fork);
  }

  /// Grows the log to these sizes, one after the other.
  Kept grow(long... sizes) throws IOException {
    var tiles = TileFolder.open(folder);
    var growth = Growth.resume(tiles, 0, tiles);
    for (long size : sizes) {
      while (growth.size() < size) {
        growth.add(entry(growth.size()).bytes());
      }
      var note = note(size, growth.cut());
      tiles.publish(note);
      Files.write(path(size), note.bytes());
    }
    return this;
  }

  /// The checkpoint of one size.
  String at(long size) {
    return path(size).toString();
  }

  static Note note(long size, Hash root) {
    return Papers.LOG.sign(new Checkpoint(Papers.LOG.verifier().name(), size, root).text());
  }

  private Path path(long size) {
    return folder.resolveSibling(name + size + ".checkpoint");
  }

  private Entry entry(long index) {
    var what = index < fork ? "" + index : name + index;
    return new Entry(
        index,
        index % 3 == 0 ? "consent" : "decisions",
        Papers.AT.plusSeconds(index),
        new Commitment(Hash.sha256(what.getBytes(US_ASCII))));
  }
}
