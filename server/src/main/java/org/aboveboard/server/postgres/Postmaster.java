package org.aboveboard.server.postgres;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// The first process of a running PostgreSQL server, as its data folder's `postmaster.pid` names
/// it.
record Postmaster(ProcessHandle process, Path data) {
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;
  private static final int POLL_MILLIS = 15;
  private static final int POLLS = 600_000 / POLL_MILLIS; // replaying a long log takes minutes

  /// Stops whatever a killed run left behind on `data`: the server, or, where the server was killed
  /// too, those of its helpers that are still busy and would bar a new one.
  static void stopLeftBehind(Path data) throws IOException {
    var server = leftBehind(data);
    if (server.isPresent()) {
      server.get().stop();
    }
    for (ProcessHandle helper : ProcessHandle.allProcesses().filter(p -> helps(p, data)).toList()) {
      helper.destroyForcibly();
      for (int poll = 0; poll < POLLS && helps(helper, data); poll++) {
        pause(helper);
      }
    }
  }

  private static boolean helps(ProcessHandle process, Path data) {
    return isPostgres(process) && folderOf(process).filter(data::equals).isPresent();
  }

  private static Optional<Path> folderOf(ProcessHandle process) {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")));
    } catch (IOException e) {
      return Optional.empty(); // it has ended, or belongs to somebody else
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/postgres");
  }

  /// The server that a killed run left behind on `data`. Where the number in the file belongs to no
  /// server of this folder any more, the file is removed: PostgreSQL itself would refuse to start
  /// when the number has meanwhile gone to another program, which in containers is common.
  static Optional<Postmaster> leftBehind(Path data) throws IOException {
    List<String> lines = pidFile(data);
    var found =
        lines.isEmpty()
            ? Optional.<Postmaster>empty()
            : ProcessHandle.of(pid(lines))
                .filter(p -> serves(p, data))
                .map(p -> new Postmaster(p, data));
    if (found.isEmpty()) {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
    return found;
  }

  private static boolean serves(ProcessHandle process, Path data) {
    List<String> words = List.of(process.info().arguments().orElse(new String[0]));
    return isPostgres(process) && words.contains(data.toString());
  }

  /// Waits until the started process accepts connections; empty if it ended instead.
  static Optional<Postmaster> whenReady(Process started, Path data) throws IOException {
    try {
      for (int poll = 0; poll < POLLS; poll++) {
        if (isReady(started, data)) {
          return Optional.of(new Postmaster(started.toHandle(), data));
        }
        if (started.waitFor(POLL_MILLIS, MILLISECONDS)) {
          return Optional.empty();
        }
      }
    } catch (InterruptedException e) {
      new Postmaster(started.toHandle(), data).stop();
      throw Run.interrupted();
    }
    new Postmaster(started.toHandle(), data).stop();
    return Optional.empty();
  }

  private static boolean isReady(Process started, Path data) throws IOException {
    List<String> lines = pidFile(data);
    return isReady(lines) && pid(lines) == started.pid();
  }

  private static boolean isReady(List<String> lines) {
    return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
  }

  /// Where the server of this folder listens, if it is ready.
  static Optional<String> port(Path data) throws IOException {
    List<String> lines = pidFile(data);
    return isReady(lines) ? Optional.of(lines.get(PORT_LINE).strip()) : Optional.empty();
  }

  private static List<String> pidFile(Path data) throws IOException {
    try {
      return Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static long pid(List<String> lines) {
    String number = lines.get(PID_LINE).strip();
    return number.matches("\\d{1,10}") ? Long.parseLong(number) : 0;
  }

  /// Ends the server: open transactions are rolled back at once, what was committed stays. If it
  /// does not end in time it is told to crash, which its log of changes makes harmless.
  void stop() throws IOException {
    if (!ends("INT", 60) && !ends("QUIT", 10)) {
      ends("KILL", 10);
    }
  }

  private boolean ends(String signal, int seconds) throws IOException {
    Run.of(List.of("sh", "-c", "kill -s " + signal + " " + process.pid()));
    for (int poll = 0; poll < seconds * 1000 / POLL_MILLIS && !isOver(); poll++) {
      pause(process);
    }
    return isOver();
  }

  /// The file goes last. An ended orphan may linger in the process table until the system's first
  /// process, who inherits it, looks at it; in containers that can be never.
  private boolean isOver() throws IOException {
    return !process.isAlive() || pidFile(data).isEmpty();
  }

  /// Waits for the end a moment at a time: the end of a process that is not a child of ours is seen
  /// seconds late by the platform's own waiting.
  private static void pause(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(POLL_MILLIS, MILLISECONDS);
    } catch (TimeoutException e) {
      return; // still running
    } catch (ExecutionException e) {
      throw new IOException("the end of PostgreSQL could not be watched", e);
    } catch (InterruptedException e) {
      throw Run.interrupted();
    }
  }
}
