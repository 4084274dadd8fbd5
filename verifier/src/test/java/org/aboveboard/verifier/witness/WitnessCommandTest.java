package org.aboveboard.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.note.VerifierKey;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessCommandTest {
  private final History log = History.of(SignerKey.of("example.com/log", new byte[32]), 9);
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"ml-dsa-44,+B", "ed25519,+B"})
  void itSaysItsKeyAndAddressAndFollowsTheLogsOfAPolicy(String kind, String type) throws Exception {
    var policy =
        Files.writeString(folder.resolve("policy"), TrustPolicy.of(log.key().verifier()).format());
    var first = vkey("--policy", policy.toString(), "--key", kind);
    var again = vkey("--log", log.key().verifier().format());
    assertThat(first).contains(type).startsWith("aboveboard.invalid/witness/").isEqualTo(again);
    var file = folder.resolve("state/key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws Exception {
    vkey("--log", log.key().verifier().format());
    Files.setPosixFilePermissions(
        folder.resolve("state/key"), PosixFilePermissions.fromString("rw-r--r--"));
    var args =
        List.of(
            "--folder", folder.resolve("state").toString(), "--log", log.key().verifier().format());
    assertThat(refusal(args)).contains("chmod 600");
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(other.getLocalPort());
      var args =
          List.of(
              "--port", port,
              "--folder", folder.resolve("state").toString(),
              "--log", log.key().verifier().format());
      assertThat(refusal(args)).contains("port " + port + " is taken");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--log",
        "--log x",
        "--port 70000 --log x",
        "--port -1",
        "--key rsa",
        "--policy /no/such/file",
        "--wat 1"
      })
  void badOptionsAreAnsweredWithTheirCure(String line) {
    assertThat(refusal(List.of(line.isEmpty() ? new String[0] : line.split(" "))))
        .contains("Use: witness");
  }

  private static String refusal(List<String> args) {
    var err = new ByteArrayOutputStream();
    var nothing = new ByteArrayOutputStream();
    int code =
        WitnessCommand.run(
            args, new PrintStream(nothing, true, UTF_8), new PrintStream(err, true, UTF_8));
    assertThat(code).isEqualTo(2);
    assertThat(nothing.size()).isZero();
    return err.toString(UTF_8);
  }

  /// Runs the command, lets it cosign once, stops it, and gives the key it said.
  private String vkey(String... more) throws Exception {
    var args = new ArrayList<>(List.of("--port", "0"));
    args.addAll(List.of("--folder", folder.resolve("state").toString()));
    args.addAll(List.of(more));
    try (var in = new PipedInputStream();
        var out = new PrintStream(new PipedOutputStream(in), true, UTF_8)) {
      var task = new FutureTask<>(() -> WitnessCommand.run(args, out, out));
      var thread = Thread.ofPlatform().start(task);
      var lines = new BufferedReader(new InputStreamReader(in, UTF_8));
      var vkey = lines.readLine().substring("witness ".length());
      cosigns(new Caller(lines.readLine().substring("address ".length())), vkey);
      thread.interrupt();
      assertThat(task.get()).isZero();
      return vkey;
    }
  }

  private void cosigns(Caller caller, String vkey) throws IOException {
    var heard = caller.add(log.request(0, 5).format());
    if (heard.status() == 200) {
      assertThat(VerifierKey.parse(vkey))
          .isInstanceOfSatisfying(
              VerifierKey.Read.class,
              read ->
                  assertThat(heard.over(log.note(5)).verify(read.key()))
                      .isEqualTo(WitnessTest.VERIFIED));
    } else {
      assertThat(heard.body()).isEqualTo("5\n");
    }
  }
}
