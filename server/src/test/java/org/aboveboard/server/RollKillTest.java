package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.aboveboard.server.key.Rolled;
import org.aboveboard.server.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a server that rolls from epoch to epoch while people come, at moments drawn by chance.
final class RollKillTest {
  private static final int KILLS = 6;
  private static final long SEED = 20261125;
  private static final byte[] WORDS = "likes b7".getBytes(StandardCharsets.UTF_8);

  @Test
  void nobodyIsLostWhereARollIsKilled(@TempDir Path folder) throws Exception {
    System.out.println("RollKillTest seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Set<String> acknowledged = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(folder, kill, 1 + random.nextInt(400), acknowledged);
    }
    try (Home home = Home.in(folder)) {
      assertThat(home.house.roll().roll()).isInstanceOf(Rolled.Done.class);
      assertThat(home.house.safe().epochs().numbers()).hasSize(1);
      for (String line : acknowledged) {
        String[] words = line.split(" ", -1);
        Subject subject = home.house.subjects().find(words[0]).orElseThrow();
        byte[] sealed = HexFormat.of().parseHex(words[1]);
        assertThat(subject.open("words", sealed)).as(words[0]).isEqualTo(WORDS);
      }
      assertThat(home.house.safe().epochs().newest().number()).isGreaterThan(KILLS);
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    try (var files = Files.list(folder.resolve("keys/epochs"))) {
      assertThat(files).hasSize(1);
    }
  }

  private static void runAndKill(Path folder, int run, int after, Set<String> acknowledged)
      throws IOException {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:TieredStopAtLevel=1",
                "-Daboveboard.root=" + System.getProperty("aboveboard.root", ".."),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString(),
                Integer.toString(run))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int count = 0;
    try (var lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        // a line that the kill cut short says nothing
        if (line.startsWith("ack ") && line.endsWith(".")) {
          acknowledged.add(line.substring(4, line.length() - 1));
          if (++count == after) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            // by its handle: killed as a process, its output would be closed before it is read
            child.toHandle().destroyForcibly();
          }
        }
        line = lines.readLine();
      }
    }
  }

  /// A server without a web that enrols people and rolls for ever.
  static final class Victim {
    private Victim() {}

    public static void main(String... arguments) throws Exception {
      try (Home home = Home.in(Path.of(arguments[0]))) {
        Thread.ofVirtual().start(() -> enrol(home, arguments[1]));
        Rolled rolled = home.house.roll().roll();
        while (rolled instanceof Rolled.Done) {
          rolled = home.house.roll().roll();
        }
      }
    }

    private static void enrol(Home home, String run) {
      for (int i = 0; i < 100_000; i++) {
        String name = "u:" + run + "-" + i;
        Subject subject = home.house.subjects().enrol(List.of(name)).values().iterator().next();
        byte[] sealed = subject.seal("words", WORDS);
        System.out.println("ack " + name + " " + HexFormat.of().formatHex(sealed) + ".");
      }
    }
  }
}
