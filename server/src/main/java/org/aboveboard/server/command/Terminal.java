package org.aboveboard.server.command;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.aboveboard.server.load.Progress;

/// Where a command is typed: what it prints to, the time, and the folders names are relative to.
///
/// @param out where results go
/// @param isTerminal whether a person is watching, so that a bar may be redrawn
/// @param root the folder of Aboveboard itself, where the policies are
/// @param start when the command began
record Terminal(
    PrintStream out, boolean isTerminal, InstantSource clock, Path root, Instant start) {
  void say(String line) {
    out.println(line);
    out.flush();
  }

  @FormatMethod
  void say(String format, Object... values) {
    say(String.format(Locale.ROOT, format, values));
  }

  Progress progress(String label, long total) {
    return Progress.of(out, isTerminal, clock, label, total);
  }

  /// How long the command has been running, in seconds.
  double seconds() {
    return Duration.between(start, clock.instant()).toMillis() / 1000.0;
  }

  /// The folder of a policy: a folder's path, or the name of one that came with Aboveboard.
  Path policy(Path given) {
    Path bundled = root.resolve("policies").resolve(given);
    return Files.isDirectory(given) || !Files.isDirectory(bundled) ? given : bundled;
  }
}
