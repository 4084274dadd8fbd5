package org.aboveboard.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/// What this process and its children, which the database is, have used of the processor: on a
/// machine that others use too, it tells more than the clock.
record Cpu(double own, double children) {
  static Cpu now() {
    ProcessHandle process = ProcessHandle.current();
    return new Cpu(seconds(Stream.of(process)), seconds(process.descendants()));
  }

  private static double seconds(Stream<ProcessHandle> processes) {
    return processes
        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToDouble(used -> used.toNanos() / 1e9)
        .sum();
  }

  /// What has been used since, for each of so many things.
  String wordsSince(Cpu before, int things) {
    return String.format(
        Locale.ROOT,
        "CPU us each: Java %.0f, PostgreSQL %.0f",
        (own - before.own) / things * 1e6,
        (children - before.children) / things * 1e6);
  }
}
