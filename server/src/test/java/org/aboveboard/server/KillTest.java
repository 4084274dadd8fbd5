package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the server's process, and its store with it, at moments drawn by chance.
final class KillTest {
  private static final int KILLS = 20;
  private static final long SEED = 20261123;

  @Test
  void whatIsAcknowledgedSurvivesKillMinusNine(@TempDir Path folder) throws Exception {
    System.out.println("KillTest seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Set<String> acknowledged = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(runAndKill(folder, kill, 1 + random.nextInt(120)));
    }
    try (Home home = Home.in(folder)) {
      for (String id : acknowledged) {
        assertThat(home.house.collect().take(List.of(home.event("u:kim", "viewed", "b1", id))))
            .as("acknowledged as %s", id)
            .singleElement()
            .isInstanceOf(Taken.Repeated.class);
      }
      long wrong =
          home.house
              .pools()
              .as(Power.OPERATE)
              .withHandle(handle ->
                  handle
                      .createQuery(
                          "select (select next from journal_head) - (select count(*) from"
                              + " journal)")
                      .mapTo(Long.class)
                      .one());
      assertThat(wrong).as("gaps in the journal").isZero();
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);
  }

  /// Lets a child take events until it has acknowledged some, then kills it hard.
  private static List<String> runAndKill(Path folder, int run, int after) throws IOException {
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
    List<String> acknowledged = new ArrayList<>();
    try (var lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        // a line that the kill cut short says nothing
        if (line.startsWith("ack ") && line.endsWith(".")) {
          acknowledged.add(line.substring(4, line.length() - 1));
          if (acknowledged.size() == after) {
            kill(child);
          }
        }
        line = lines.readLine();
      }
    }
    return acknowledged;
  }

  /// The process and its store's processes at once, as a power cut would take them.
  private static void kill(Process child) {
    child.descendants().forEach(ProcessHandle::destroyForcibly);
    // by its handle: killed as a process, its output would be closed before it is read
    child.toHandle().destroyForcibly();
  }

  /// A server without a web that says what it has acknowledged.
  static final class Victim {
    private Victim() {}

    public static void main(String... arguments) throws Exception {
      try (Home home = Home.in(Path.of(arguments[0]))) {
        if (arguments[1].equals("0")) {
          home.books(3);
          home.answers("u:kim", true);
        }
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < 4; sender++) {
          String prefix = arguments[1] + "-" + sender + "-";
          senders.add(Thread.ofVirtual().start(() -> send(home, prefix)));
        }
        for (Thread sender : senders) {
          sender.join();
        }
      }
    }

    private static void send(Home home, String prefix) {
      for (int i = 0; i < 100_000; i++) {
        String id = prefix + i;
        if (home.house.collect().take(List.of(home.event("u:kim", "viewed", "b1", id))).getFirst()
            instanceof Taken.Kept) {
          System.out.println("ack " + id + ".");
        }
      }
    }
  }
}
