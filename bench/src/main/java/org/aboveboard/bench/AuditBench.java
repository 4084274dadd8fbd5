package org.aboveboard.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.decision.Decisions;
import org.aboveboard.fairness.decision.Outcome;
import org.aboveboard.fairness.decision.Parity;
import org.aboveboard.fairness.watch.Bet;
import org.aboveboard.fairness.watch.Claim;
import org.aboveboard.fairness.watch.EDetector;
import org.aboveboard.fairness.watch.Watch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to look whether people are treated alike: a million decisions at once, and one
/// more observation of a monitor.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AuditBench {
  private static final int DECISIONS = 1_000_000;
  private static final int GROUPS = 10;
  private static final double RUN_LENGTH = 50_000;

  private final Outcome[] outcomes;
  private final double[] values;
  private final Watch watch;
  private final EDetector recent;
  private int next;

  /// Decisions about ten groups, and outcomes in which nothing is unfair.
  public AuditBench() {
    SplittableRandom random = new SplittableRandom(1);
    outcomes =
        IntStream.range(0, DECISIONS)
            .mapToObj(_ ->
                new Outcome(
                    "group " + random.nextInt(GROUPS), random.nextBoolean(), random.nextBoolean()))
            .toArray(Outcome[]::new);
    values = random.doubles(1 << 16).toArray();
    Claim claim = new Claim.AtLeast(0.8);
    watch = Watch.of(claim, Bet.aGrapa(), 0.05);
    recent =
        EDetector.of(
            new EDetector.Setting(
                EDetector.Rule.SHIRYAEV_ROBERTS, claim, Bet.recent(500, 0.02), RUN_LENGTH));
  }

  /// A million decisions counted by group, with the measures that the field has names for.
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Figure million() {
    Parity parity = Decisions.count(Arrays.stream(outcomes)).parity();
    return parity.equalizedOddsDifference(Parity.Aggregate.WORST_CASE);
  }

  /// One observation of one stream: the test, and the detector beside it.
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public boolean observation() {
    next = (next + 2) & (values.length - 1);
    boolean isTested = watch.see(values[next], values[next + 1]).isPresent();
    return recent.see(values[next], values[next + 1]).isPresent() || isTested;
  }
}
