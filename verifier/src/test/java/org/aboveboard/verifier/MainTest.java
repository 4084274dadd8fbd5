package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final Journal JOURNAL = Journal.of(new SplittableRandom(9), 1, 12);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aTrueFileExitsWithZeroAndSaysWhoseRootItIs(@TempDir Path folder) throws IOException {
    var file = written(folder, JOURNAL.extract());
    assertThat(run("verify", file)).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("Verified: 12 entries without a gap")
        .contains("Give the one you trust with --root");
  }

  @Test
  void aFalseFileExitsWithOneAndNamesTheFirstReason(@TempDir Path folder) throws IOException {
    var file = written(folder, JOURNAL.extract().replace("given", "taken"));
    assertThat(run("verify", file)).isOne();
    assertThat(out.toString(UTF_8)).startsWith("Refuted: the entries lead to another root.");
  }

  @Test
  void aTrustedRootIsCompared(@TempDir Path folder) throws IOException {
    var file = written(folder, JOURNAL.extract());
    assertThat(run("verify", file, "--root", "0".repeat(64))).isOne();
    assertThat(run("verify", file, "--root", "0")).isEqualTo(2);
  }

  @Test
  void whatCannotBeCheckedExitsWithTwoAndNamesTheCure(@TempDir Path folder) throws IOException {
    for (var args :
        List.of(
            List.<String>of(),
            List.of("verify"),
            List.of("check", "x"),
            List.of("verify", "x", "--root"),
            List.of("verify", "x", "y", "z"),
            List.of("verify", folder.resolve("absent").toString()),
            List.of("verify", folder.toString()),
            List.of("verify", "\u0000"),
            List.of("verify", written(folder, "no journal")))) {
      err.reset();
      assertThat(run(args.toArray(String[]::new))).as("%s", args).isEqualTo(2);
      assertThat(err.toString(UTF_8)).startsWith("Not checked: ").containsPattern("\\.\n[A-Z].+");
    }
  }

  @Test
  void helpIsGivenWhereItIsAskedFor() {
    assertThat(run("verify", "--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("--policy FILE");
    assertThat(run("witness", "--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("Use: witness");
  }

  @Test
  void aFileThatWasChangedOnTheWayIsToldSo(@TempDir Path folder) throws IOException {
    for (String start : List.of("c2sp.org/tlog-proof@v1\r\n", "\ufeffc2sp.org/tlog-proof@v1\n")) {
      assertThat(run("verify", written(folder, start), "--key", Papers.KEY)).isEqualTo(2);
      assertThat(err.toString(UTF_8)).contains("line endings unchanged");
    }
    assertThat(run("verify", written(folder, ""), "--key", Papers.KEY)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("the file is empty");
  }

  @Test
  void aWitnessIsStartedWithItsOwnOptions() {
    assertThat(run("witness", "--port", "x")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("--port is a number").contains("Use: witness");
  }

  @Test
  void anOptionThatCannotHelpIsRefused(@TempDir Path folder) throws IOException {
    var file = written(folder, JOURNAL.extract());
    assertThat(run("verify", file, "--key", Papers.KEY)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("a key says nothing about a journal extract");
    var root = "0".repeat(64);
    assertThat(run("verify", folder.toString(), "--root", root)).isEqualTo(2);
    assertThat(run("verify", file, "--root", root, "--root", root)).isEqualTo(2);
    assertThat(run("verify", file, "--key", Papers.KEY, "--policy", file)).isEqualTo(2);
    assertThat(run("verify", file, "--quick")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--quick is not known, or lacks its value");
  }

  @Test
  void aLineWithoutEndIsRefused() throws IOException {
    var bytes = new byte[Lines.MAX_BYTES + 2];
    assertThat(Extract.check(new ByteArrayInputStream(bytes), Optional.empty()))
        .isInstanceOf(Outcome.Unchecked.class);
  }

  private int run(String... args) {
    return Main.run(
        List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private static String written(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("journal.jsonl"), text).toString();
  }
}
