package org.aboveboard.server.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/// One finished run of a program: its exit code and all that it said.
record Run(int exit, String output) {

  static Run of(List<String> command) throws IOException {
    Process process = plain(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(exitOf(process), output.strip());
  }

  /// A program to be run with a bare environment: no `PG…` setting of the caller's shell may change
  /// the server, and no secret kept in the caller's environment may reach it.
  static ProcessBuilder plain(List<String> command) {
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder;
  }

  boolean isSuccess() {
    return exit == 0;
  }

  private static int exitOf(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      throw interrupted();
    }
  }

  static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while a program of PostgreSQL was running");
  }
}
