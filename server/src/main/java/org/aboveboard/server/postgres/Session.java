package org.aboveboard.server.postgres;

import java.io.IOException;
import java.util.List;

/// The command that puts a program into a session of its own, away from the terminal's signals.
final class Session {
  private Session() {}

  /// Empty where the system has no such command; then the program shares the terminal's signals.
  static List<String> own() throws IOException {
    return Run.of(List.of("sh", "-c", "command -v setsid")).isSuccess()
        ? List.of("setsid")
        : List.of();
  }
}
