package org.aboveboard.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What came of a command that was typed: its exit code and what it said.
public record Typed(int code, String said) {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);

  public static Typed of(String... words) {
    return in(Map.of(), words);
  }

  static Typed in(Map<String, String> environment, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Path root = Path.of(System.getProperty("aboveboard.root", ".."));
    Terminal terminal = new Terminal(new PrintStream(said, true, UTF_8), false, CLOCK, root, NOW);
    int code = Main.run(List.of(words), environment, terminal);
    return new Typed(code, said.toString(UTF_8));
  }
}
