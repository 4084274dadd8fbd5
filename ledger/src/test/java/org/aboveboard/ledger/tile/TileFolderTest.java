package org.aboveboard.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileFolderTest {
  @TempDir Path path;

  @Test
  void aLogIsTheSameAfterEveryRestart() throws IOException {
    for (int size : new int[] {1, 2, 255, 256, 257, 1_000, 1_000, 1_300}) {
      Logs.grow(path, size);
      var folder = TileFolder.open(path);
      assertThat(Logs.shown(folder)).isEqualTo(size);
      assertClean();
    }
    assertThat(new TiledTree(TileFolder.open(path), 1_300).entry(1_234))
        .isEqualTo(Logs.entry(1_234).bytes());
  }

  @Test
  void aTileIsNeverWrittenOver() throws IOException {
    Logs.grow(path, 300);
    var folder = TileFolder.open(path);
    var full = new Tile(0, 0, 256);
    var bytes = folder.read(full).orElseThrow();
    folder.put(full, bytes.clone());
    bytes[17] ^= 1;
    assertThatThrownBy(() -> folder.put(full, bytes))
        .isInstanceOf(TileConflict.class)
        .hasMessageStartingWith("tile/0/000 ");
    assertThatThrownBy(() -> folder.put(new Tile(0, 1, 44), bytes))
        .isInstanceOf(TileConflict.class);
    assertClean();
  }

  @Test
  void aTileThatHasNotLandedYetIsNotWrittenOverEither() throws IOException {
    var folder = TileFolder.open(path);
    folder.put(new Tile(0, 0, 1), new byte[32]);
    folder.put(new Tile(0, 0, 1), new byte[32]);
    assertThatThrownBy(() -> folder.put(new Tile(0, 0, 1), Hash.sha256().bytes()))
        .isInstanceOf(TileConflict.class);
  }

  @Test
  void aCheckpointNeverGoesBack() throws IOException {
    Logs.grow(path, 300);
    var folder = TileFolder.open(path);
    var before = new TiledTree(folder, 200).root();
    assertThatThrownBy(() -> folder.publish(Logs.checkpoint(200, before)))
        .isInstanceOf(TileConflict.class)
        .hasMessage("the folder shows 300 entries already, not 200");
    assertThat(Logs.shown(folder)).isEqualTo(300);
  }

  @Test
  void aCheckpointMayGetMoreSignatures() throws IOException {
    Logs.grow(path, 300);
    var folder = TileFolder.open(path);
    var note = folder.checkpoint().orElseThrow();
    var more = note.with(note.signatures().getFirst());
    folder.publish(more);
    assertThat(TileFolder.open(path).checkpoint()).contains(more);
  }

  @Test
  void aFolderGoesOnAfterAFailure() throws IOException {
    Files.createDirectories(path.resolve("tile/entries"));
    Files.write(path.resolve("tile/0"), new byte[1]);
    assertThatThrownBy(() -> Logs.grow(path, 3)).isInstanceOf(IOException.class);
    Files.delete(path.resolve("tile/0"));
    Logs.grow(path, 3);
    assertClean();
  }

  @Test
  void aCheckpointIsShownWithItsTilesOnly() throws IOException {
    Logs.grow(path, 300);
    var folder = TileFolder.open(path);
    assertThatThrownBy(() -> folder.publish(Logs.checkpoint(300, Hash.sha256())))
        .isInstanceOf(TileConflict.class);
    assertThatThrownBy(() -> folder.publish(Logs.checkpoint(301, Hash.sha256())))
        .isInstanceOf(TileFault.class)
        .hasMessage("tile/0/001.p/45 is missing");
    assertThat(Logs.shown(folder)).isEqualTo(300);
  }

  @Test
  void anotherLogHasNoPlaceInTheFolder() throws IOException {
    Logs.grow(path, 3);
    var folder = TileFolder.open(path);
    var root = new TiledTree(folder, 3).root();
    var other = SignerKey.of("example.com/other", new byte[32]);
    var text = new Checkpoint("example.com/other", 3, root).text();
    assertThatThrownBy(() -> folder.publish(other.sign(text)))
        .isInstanceOf(TileConflict.class)
        .hasMessage("the folder holds another log");
  }

  @Test
  void partialTilesGoOnceTheFullOneIsThere() throws IOException {
    for (int size : new int[] {3, 200, 255, 700}) {
      Logs.grow(path, size);
    }
    assertThat(path.resolve("tile/0/000.p")).doesNotExist();
    assertThat(path.resolve("tile/entries/000.p")).doesNotExist();
    assertThat(path.resolve("tile/1/000.p/2")).exists();
    assertThat(path.resolve("tile/0/002.p/188")).exists();
    assertThat(new TiledTree(TileFolder.open(path), 200).inclusion(7).path()).hasSize(8);
    assertClean();
  }

  @Test
  void whatAnotherProcessLeftHalfWrittenGoes() throws IOException {
    Logs.grow(path, 3);
    Files.write(path.resolve(".new/7"), new byte[5]);
    Logs.grow(path, 4);
    assertThat(path.resolve(".new")).isEmptyDirectory();
    assertClean();
  }

  private void assertClean() throws IOException {
    var folder = TileFolder.open(path);
    var checkpoint = Logs.read(folder.checkpoint().orElseThrow());
    assertThat(Audit.of(folder, checkpoint))
        .isEqualTo(new Audit.Clean(checkpoint.size(), checkpoint.root()));
  }
}
