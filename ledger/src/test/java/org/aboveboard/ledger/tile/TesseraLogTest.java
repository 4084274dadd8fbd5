package org.aboveboard.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The log of fifteen entries that transparency-dev/tessera tests with (testdata/log, Apache-2.0),
/// where it is at hand.
class TesseraLogTest {
  private static final Path LOG =
      Path.of(System.getProperty("aboveboard.shared", "../../shared"))
          .resolve("data/vectors/notes/tessera-log");

  @BeforeEach
  void need() {
    assumeTrue(Files.isDirectory(LOG), "skipped: no public log at " + LOG);
  }

  @Test
  void ourTilesOfItsEntriesAreItsTilesByteForByte() throws IOException {
    var tiles = new Memory();
    var growth = new Growth(tiles);
    for (var entry : new TiledTree(this::theirs, 15).bundle(0)) {
      assertThat(growth.cut()).isEqualTo(checkpoint(growth.size()).root());
      growth.add(entry);
    }
    assertThat(growth.cut()).isEqualTo(checkpoint(15).root());
    assertThat(tiles.tiles).hasSize(30);
    for (var tile : tiles.tiles.entrySet()) {
      assertThat(tile.getValue()).isEqualTo(theirs(tile.getKey()).orElseThrow());
    }
  }

  @Test
  void theirTilesLeadToTheirRoots() throws IOException {
    assertThat(checkpoint(0).root()).isEqualTo(Tree.EMPTY);
    for (int size = 1; size <= 15; size++) {
      assertThat(Audit.of(this::theirs, checkpoint(size)))
          .isEqualTo(new Audit.Clean(size, checkpoint(size).root()));
    }
  }

  private Optional<byte[]> theirs(Tile tile) throws IOException {
    var file = LOG.resolve(tile.path());
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private static Checkpoint checkpoint(long size) throws IOException {
    var note = (Note.Read) Note.read(Files.readAllBytes(LOG.resolve("checkpoint." + size)));
    var checkpoint = ((Checkpoint.Read) Checkpoint.parse(note.note().text())).checkpoint();
    assertThat(checkpoint.size()).isEqualTo(size);
    return checkpoint;
  }
}
