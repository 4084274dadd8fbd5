package org.aboveboard.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aboveboard.ledger.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCheckTest {
  @TempDir private Path folder;

  private Path log;

  @BeforeEach
  void grow() throws IOException {
    log = Kept.log(folder, "true", 1_000).grow(5, 300, 600).folder();
  }

  @Test
  void aWholeLogIsVerifiedAndCounted() {
    var shell = check();
    assertThat(shell.sentence())
        .isEqualTo(
            "Verified: every tile follows from the 600 entries that the log example.org/log"
                + " signed.");
    assertThat(shell.code()).isZero();
    assertThat(shell.said())
        .contains("  consent    200\n  decisions  400\n")
        .contains("First entry: 2026-11-24 23:00:00 UTC.\nLast entry: 2026-11-24 23:09:59 UTC.\n")
        .contains("No witness vouches for it");
  }

  @Test
  void nothingIsWrittenIntoTheFolder() throws IOException {
    deleteNew();
    long files = count();
    assertThat(check().code()).isZero();
    assertThat(count()).isEqualTo(files);
    assertThat(log.resolve(".new")).doesNotExist();
  }

  @Test
  void aChangedTileIsRefutedByItsName() throws IOException {
    for (var tile : new String[] {"tile/0/001", "tile/entries/001", "tile/0/002.p/88"}) {
      var file = log.resolve(tile);
      var bytes = Files.readAllBytes(file);
      bytes[40] ^= 1;
      Files.write(file, bytes);
      assertThat(check().code()).as(tile).isOne();
      assertThat(check().sentence()).as(tile).contains("tile/");
      bytes[40] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(check().code()).isZero();
  }

  @Test
  void aMissingTileIsNotChecked() throws IOException {
    Files.delete(log.resolve("tile/entries/001"));
    assertThat(check().sentence()).isEqualTo("Not checked: tile/entries/001 is missing.");
    Files.delete(log.resolve("checkpoint"));
    assertThat(check().sentence())
        .isEqualTo("Not checked: the folder holds no file named checkpoint.");
  }

  @Test
  void anotherRootOrSignatureIsRefuted() throws IOException {
    Files.write(log.resolve("checkpoint"), Kept.note(600, Tree.EMPTY).bytes());
    assertThat(check().sentence()).startsWith("Refuted: the entries lead to the root ");
    var shell = Shell.run("verify", log.toString(), "--key", Papers.KEY.replace("org/", "net/"));
    assertThat(shell.code()).isEqualTo(2);
    var note = Files.readString(log.resolve("checkpoint")).replace("600\n", "601\n");
    Files.writeString(log.resolve("checkpoint"), note);
    assertThat(check().sentence())
        .isEqualTo("Refuted: checkpoint: the signature by example.org/log does not fit the note.");
  }

  @Test
  void withoutAKeyAWholeLogIsNotVerified() {
    var shell = Shell.run("verify", log.toString());
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.sentence()).contains("nobody vouches for the key of example.org/log");
  }

  private Shell check() {
    return Shell.run("verify", log.toString(), "--key", Papers.KEY);
  }

  private void deleteNew() throws IOException {
    Files.deleteIfExists(log.resolve(".new"));
  }

  private long count() throws IOException {
    try (var files = Files.walk(log)) {
      return files.count();
    }
  }
}
