package org.aboveboard.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Snapshot;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one change of the live model costs until it is published, on one thread.
///
/// Publishing is cheap while terms stay beside the matrix and dear when they are written into it:
/// look at the mean as well as the median.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xms6g", "-Xmx6g"})
public class UpdateBench {
  /// How many items there are.
  @Param({"1395", "4000", "8000"})
  public int n;

  private List<Row> rows = List.of();
  private Learner learner = new Learner(Settings.of(1));
  private Row gone = Row.empty();
  private int next;
  private long version;

  /// Learns the shop.
  @Setup
  public void learn() {
    rows = Shop.rows(n);
    learner = Shop.learner(rows, n, 1);
    gone = Row.empty();
    next = 0;
  }

  /// Lets whoever was forgotten or changed come back, unmeasured.
  @Setup(Level.Invocation)
  public void comeBack() {
    learner.replace(gone, rows.get(next));
    learner.publish(++version);
    next = 1 + (next + 1) % (rows.size() - 1);
    gone = rows.get(next);
  }

  /// One person is forgotten.
  @Benchmark
  public Snapshot forget() {
    learner.replace(rows.get(next), Row.empty());
    gone = Row.empty();
    return learner.publish(++version);
  }

  /// One event of one person is taken back.
  @Benchmark
  public Snapshot update() {
    Row before = rows.get(next);
    gone = before.without(before.item(0));
    learner.replace(before, gone);
    return learner.publish(++version);
  }
}
