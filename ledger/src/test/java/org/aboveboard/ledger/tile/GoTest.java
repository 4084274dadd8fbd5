package org.aboveboard.ledger.tile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log of a million entries, read by a program in another language on another library: that of
/// the Go checksum database.
class GoTest {
  private static final int SIZE = 1_000_000;
  private static final Path LIBRARY = Path.of("/usr/share/gocode");

  @TempDir Path path;

  @Test
  void goVerifiesALogOfAMillionAndRefutesADamagedOne() throws IOException, InterruptedException {
    assumeTrue(
        Files.isDirectory(LIBRARY.resolve("src/golang.org/x/mod/sumdb/tlog"))
            && Files.isExecutable(Path.of("/usr/bin/go")),
        "skipped: install golang-go and golang-golang-x-mod-dev");
    var log = path.resolve("log");
    Logs.grow(log, SIZE);
    var folder = TileFolder.open(log);
    assertThat(Audit.of(folder, Logs.read(folder.checkpoint().orElseThrow())))
        .isInstanceOf(Audit.Clean.class);
    assertThat(check("2000", "500"))
        .isEqualTo("1000000 entries, 2000 records and 500 trees verified\n");
    var tile = log.resolve("tile/1/015.p/66");
    var damaged = Files.readAllBytes(tile);
    damaged[5] ^= 4;
    Files.write(tile, damaged);
    assertThat(check("20", "5")).startsWith("refuted: ");
  }

  private String check(String records, String trees) throws IOException, InterruptedException {
    var source = Path.of("src/test/go/check.go").toAbsolutePath().toString();
    var program = path.resolve("check").toString();
    assertThat(run("go", "build", "-o", program, source)).isEmpty();
    return run(
        program, path.resolve("log").toString(), Logs.KEY.verifier().format(), records, trees);
  }

  private String run(String... command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOPATH", LIBRARY.toString());
    builder.environment().put("GOCACHE", path.resolve("cache").toString());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
