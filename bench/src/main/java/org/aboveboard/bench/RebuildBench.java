package org.aboveboard.bench;

import java.util.concurrent.TimeUnit;
import org.aboveboard.models.Canonical;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.bytedeco.openblas.global.openblas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What fitting the whole model again costs, beside OpenBLAS's `potrf` and `potri` on the same
/// matrix.
///
/// Ours includes reading the integers and writing out both halves of the inverse.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 7)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "--enable-native-access=ALL-UNNAMED",
      "-Xms7g",
      "-Xmx7g"
    })
public class RebuildBench {
  /// How many items there are.
  @Param({"1395", "4000", "8000"})
  public int n;

  /// How many threads may work.
  @Param({"1", "2"})
  public int threads;

  private Learner learner = new Learner(Settings.of(1));
  private double[] matrix = {};

  /// Learns the shop and writes its matrix out for the other library.
  @Setup
  public void learn() {
    var rows = Shop.rows(n);
    learner = new Learner(new Settings(Shop.LAMBDA, 0.3, n, threads));
    matrix = new double[n * n];
    for (Row row : rows) {
      learner.replace(Row.empty(), row);
      row.stream().forEach(i -> row.stream().forEach(j -> matrix[i * n + j]++));
    }
    for (int i = 0; i < n; i++) {
      matrix[i * n + i] += Shop.LAMBDA;
    }
    openblas.blas_set_num_threads(threads);
  }

  /// Ours, with the same bits for any number of threads.
  @Benchmark
  public Canonical aboveboard() {
    return learner.canonical(threads);
  }

  /// OpenBLAS, in place on a copy, one half only.
  @Benchmark
  public double[] openBlas() {
    double[] copy = matrix.clone();
    int lower = 'L';
    int failed = openblas.LAPACKE_dpotrf(openblas.LAPACK_COL_MAJOR, (byte) lower, n, copy, n);
    failed |= openblas.LAPACKE_dpotri(openblas.LAPACK_COL_MAJOR, (byte) lower, n, copy, n);
    if (failed != 0) {
      throw new IllegalStateException("OpenBLAS refused the matrix: " + failed);
    }
    return copy;
  }
}
