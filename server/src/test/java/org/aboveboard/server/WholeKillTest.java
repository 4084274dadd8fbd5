package org.aboveboard.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a house that does everything at once, and its store with it, at moments drawn by chance.
final class WholeKillTest {
  private static final long SEED = Long.getLong("aboveboard.seed", 20261125);
  private static final int IN_CI = 20;
  private static final int IN_FULL = 200;
  private static final int MOST_LINES = 250;
  private static final long LOOK = Duration.ofMillis(20).toNanos();

  @Test
  void whatWasAcknowledgedHoldsAfterEveryKill(@TempDir Path folder) throws Exception {
    kill(folder, IN_CI);
  }

  @Test
  @Tag("full")
  void whatWasAcknowledgedHoldsAfterManyKills(@TempDir Path folder) throws Exception {
    kill(folder, IN_FULL);
  }

  private static void kill(Path folder, int kills) throws Exception {
    System.out.println("WholeKillTest seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Inquest inquest = new Inquest(folder.resolve("house"), "seed " + SEED);
    for (int run = 0; run < kills; run++) {
      live(folder, run, 1 + random.nextInt(MOST_LINES), inquest);
    }
    live(folder, kills, 0, inquest);
    System.out.println("WholeKillTest " + kills + " kills: " + inquest.figures());
  }

  /// One life: the house comes back, is examined, goes on, and is killed after so many lines.
  private static void live(Path folder, int run, int lines, Inquest inquest) throws Exception {
    Path gone = folder.resolve("gone");
    Files.write(gone, inquest.gone(), UTF_8);
    Process child = start(folder, run, gone);
    Thread outsider = Thread.ofPlatform().daemon().start(() -> look(child, inquest));
    int heard = 0;
    try (var out = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
      String line = out.readLine();
      assertThat(line).as("run %d", run).isNotNull();
      while (line != null) {
        if (line.equals("ready.")) {
          inquest.run();
          if (lines == 0) {
            kill(child);
          } else {
            child.getOutputStream().write('\n');
            child.getOutputStream().flush();
          }
        } else if (line.endsWith(".")) {
          // a line that the kill cut short says nothing
          inquest.hear(line.substring(0, line.length() - 1));
          if (++heard == lines) {
            kill(child);
          }
        }
        line = out.readLine();
      }
    } finally {
      kill(child);
    }
    outsider.join();
    assertThat(heard).as("run %d", run).isGreaterThanOrEqualTo(lines);
  }

  private static Process start(Path folder, int run, Path gone) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--add-modules",
            "jdk.incubator.vector",
            "-XX:TieredStopAtLevel=1",
            "-Daboveboard.root=" + System.getProperty("aboveboard.root", ".."),
            "-cp",
            System.getProperty("java.class.path"),
            Household.class.getName(),
            folder.resolve("house").toString(),
            Integer.toString(run),
            gone.toString())
        .redirectError(folder.resolve("errors").toFile())
        .start();
  }

  /// An outsider who reads what is published, again and again.
  private static void look(Process child, Inquest inquest) {
    while (child.isAlive()) {
      inquest.look();
      LockSupport.parkNanos(LOOK);
    }
    inquest.look();
  }

  /// The process and its store's processes at once, as a power cut would take them; returns when
  /// all have vanished.
  private static void kill(Process child) {
    List<ProcessHandle> all =
        Stream.concat(child.descendants(), Stream.of(child.toHandle())).toList();
    // by its handle: killed as a process, its output would be closed before it is read
    all.forEach(ProcessHandle::destroyForcibly);
    while (all.stream().anyMatch(WholeKillTest::runs)) {
      LockSupport.parkNanos(LOOK);
    }
  }

  /// Whether it still has a program: what has ended may linger in the table of processes.
  private static boolean runs(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/exe")).isAbsolute();
    } catch (IOException _) {
      return false;
    }
  }
}
