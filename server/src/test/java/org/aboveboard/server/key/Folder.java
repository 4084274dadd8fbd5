package org.aboveboard.server.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// A key folder with a clock of its own, as some nodes see it.
final class Folder {
  static final Instant START = Instant.parse("2026-11-24T23:00:00Z");

  final Path path;
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicLong nanos = new AtomicLong();
  final InstantSource clock = now::get;

  Folder(Path path) {
    this.path = path;
  }

  /// What a node opens.
  Safe open() throws IOException {
    return Safe.in(path, clock, nanos::get, new SecureRandom());
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
    nanos.addAndGet(time.toNanos());
  }
}
