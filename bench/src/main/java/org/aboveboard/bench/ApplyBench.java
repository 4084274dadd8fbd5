package org.aboveboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.lint.Finding;
import org.aboveboard.policy.lint.Lint;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What putting a policy of 500 purposes in force costs before the store is asked: reading its
/// files, linting it, and restoring it from its canonical form on each node. Run in the
/// repository's root.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ApplyBench {
  private static final int PURPOSES = 500;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Path folder;
  private final ReadPolicy read;
  private final String canonical;

  /// Writes the policy once.
  public ApplyBench() {
    try {
      folder = ManyPurposes.write(Files.createTempDirectory("purposes"), PURPOSES);
      read = PolicyFiles.read(folder);
      canonical = read.policy().canonicalJson();
    } catch (IOException | PolicyFaults e) {
      throw new IllegalStateException("Run in the repository's root", e);
    }
  }

  /// From files to a policy that decides.
  @Benchmark
  public ReadPolicy read() throws PolicyFaults {
    return PolicyFiles.read(folder);
  }

  /// All rules of the linter.
  @Benchmark
  public List<Finding> linted() {
    return Lint.of(read, TODAY);
  }

  /// From the canonical form in the store to a policy that decides.
  @Benchmark
  public Policy restored() throws PolicyFaults {
    return PolicyFiles.restore(canonical);
  }
}
