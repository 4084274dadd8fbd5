package org.aboveboard.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aboveboard.models.Row;
import org.aboveboard.models.Scored;
import org.aboveboard.models.Snapshot;
import org.aboveboard.models.Term;
import org.aboveboard.models.WhatIf;
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

/// What one answer costs in process: twenty items for a person with some fifty, and why.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xms6g", "-Xmx6g"})
public class RecommendBench {
  private static final int LIST = 20;

  /// How many items there are.
  @Param({"1395", "4000", "8000"})
  public int n;

  /// How many changes lie beside the matrix, not yet written into it.
  @Param({"0", "8"})
  public int terms;

  private Snapshot snapshot = Snapshot.empty(0);
  private Row row = Row.empty();
  private int shown;

  /// Learns the shop and forgets a few people.
  @Setup
  public void learn() {
    List<Row> rows = Shop.rows(n);
    var learner = Shop.learner(rows, n, 2);
    for (int k = 1; k <= terms; k++) {
      learner.replace(rows.get(k), Row.empty());
    }
    snapshot = learner.publish(1);
    row = rows.getLast();
    shown = recommend().getLast().item();
  }

  /// The list.
  @Benchmark
  public List<Scored> recommend() {
    return snapshot.recommend(row, LIST, item -> !row.has(item));
  }

  /// Why one item is on it.
  @Benchmark
  public List<Term> contributions() {
    return snapshot.contributions(row, shown);
  }

  /// What would take the last item off it.
  @Benchmark
  public List<WhatIf.Change> whatIf() {
    return WhatIf.of(snapshot, row, shown, LIST, item -> !row.has(item));
  }
}
