package org.aboveboard.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.SignerKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointCheckTest {
  @TempDir private Path folder;

  private Kept log;

  @BeforeEach
  void grow() throws IOException {
    log = Kept.log(folder, "true", 1_000).grow(5, 256, 300, 700);
  }

  @Test
  void checkpointsOfOneLedgerAreVerifiedInAnyOrder() throws IOException {
    var shell = check(log.at(700), log.at(5), log.at(256), log.at(300), log.at(5));
    assertThat(shell.sentence())
        .isEqualTo("Verified: all 5 checkpoints are of one ledger of the log example.org/log.");
    assertThat(shell.code()).isZero();
    assertThat(shell.said()).contains("700 entries", "No witness vouches for it");
    assertThat(check(log.at(300)).sentence())
        .isEqualTo("Verified: the log example.org/log signed this checkpoint.");
  }

  @Test
  void twoRootsOfOneSizeAreRefutedWithoutAnyTiles() throws IOException {
    var fork = Kept.log(folder, "fork", 299).grow(300);
    var shell = Shell.run("verify", log.at(300), fork.at(300), "--key", Papers.KEY);
    assertThat(shell.code()).isOne();
    assertThat(shell.sentence())
        .endsWith(
            " have the same size and different roots, so two ledgers were shown under one name;"
                + " keep both files, they prove it.");
  }

  @Test
  void aSmallerLedgerThatIsNoBeginningIsRefuted() throws IOException {
    var fork = Kept.log(folder, "fork", 4).grow(5);
    var shell = check(fork.at(5), log.at(700));
    assertThat(shell.code()).isOne();
    assertThat(shell.sentence()).contains("fork5.checkpoint is not the beginning of ");
  }

  @Test
  void differentSizesWithoutTilesAreNotChecked() {
    var shell = Shell.run("verify", log.at(5), log.at(300), "--key", Papers.KEY);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.said()).contains("--ledger FOLDER");
  }

  @Test
  void tilesOfAnotherLedgerProveNothing() throws IOException {
    var fork = Kept.log(folder, "fork", 4).grow(5, 700);
    var shell =
        Shell.run(
            "verify", log.at(5), log.at(700), "--key", Papers.KEY, "--ledger", folder + "/fork");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.sentence()).contains("the tiles are not those that ");
    Files.delete(folder.resolve("true/tile/0/001"));
    assertThat(check(log.at(300), log.at(700)).sentence())
        .isEqualTo("Not checked: tile/0/001 is missing.");
    assertThat(fork.at(5)).isNotEmpty();
  }

  @Test
  void theEmptyLedgerIsTheBeginningOfEach() throws IOException {
    var empty = Files.write(folder.resolve("empty"), Kept.note(0, Tree.EMPTY).bytes());
    var wrong = Files.write(folder.resolve("wrong"), Kept.note(0, Tree.leaf(new byte[0])).bytes());
    assertThat(check(empty.toString(), log.at(300)).code()).isZero();
    assertThat(check(wrong.toString(), log.at(300)).code()).isOne();
  }

  @Test
  void whoeverSignedItMustBeBelieved() throws IOException {
    var other = SignerKey.of("example.org/log", new byte[32]);
    var text = new Checkpoint("example.org/log", 300, Tree.EMPTY).text();
    var forged = Files.write(folder.resolve("forged"), other.sign(text).bytes());
    assertThat(check(forged.toString(), log.at(300)).sentence())
        .endsWith("forged: the note has no signature by a trusted key.")
        .startsWith("Refuted: ");
    var unknown = Shell.run("verify", log.at(300), log.at(300));
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.sentence()).contains("nobody vouches for the key of example.org/log");
    var elsewhere = SignerKey.of("example.net/log", new byte[32]);
    var foreign = elsewhere.sign(new Checkpoint("example.net/log", 300, Tree.EMPTY).text());
    var file = Files.write(folder.resolve("foreign"), foreign.bytes());
    assertThat(Shell.run("verify", log.at(300), file.toString()).sentence())
        .endsWith(" are of different logs.");
  }

  @Test
  void whatIsNoCheckpointIsNotChecked() throws IOException {
    var file = Files.writeString(folder.resolve("text"), "a\nb\n");
    assertThat(check(file.toString(), log.at(300)).said())
        .startsWith("Not checked: " + file + " is not a checkpoint: ");
  }

  private Shell check(String... files) throws IOException {
    var args = new ArrayList<>(List.of("verify"));
    args.addAll(List.of(files));
    args.addAll(List.of("--key", Papers.KEY, "--ledger", folder.resolve("true").toString()));
    return Shell.run(args);
  }
}
