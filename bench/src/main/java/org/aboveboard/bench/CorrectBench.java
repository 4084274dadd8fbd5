package org.aboveboard.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.aboveboard.fairness.correct.CalibrationGain;
import org.aboveboard.fairness.correct.Candidate;
import org.aboveboard.fairness.correct.DiversityGain;
import org.aboveboard.fairness.correct.FairCo;
import org.aboveboard.fairness.correct.Gain;
import org.aboveboard.fairness.correct.MarginalGain;
import org.aboveboard.fairness.correct.PopularityGain;
import org.aboveboard.fairness.correct.Ranking;
import org.aboveboard.fairness.correct.Reranked;
import org.aboveboard.fairness.correct.Standing;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.exposure.Split;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What putting one list right costs beside ranking it: twelve places out of a hundred candidates.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CorrectBench {
  private static final int POOL = 100;
  private static final int PLACES = 12;
  private static final int KINDS = 10;
  private static final PositionWeights WEIGHTS = PositionWeights.log();

  private final Ranking ranking;
  private final Standing standing;

  /// Candidates of two groups, of which one was shown more than its part.
  public CorrectBench() {
    SplittableRandom random = new SplittableRandom(1);
    List<Candidate> candidates = new ArrayList<>();
    for (int item = 0; item < POOL; item++) {
      candidates.add(new Candidate(item, item % 2 == 0 ? "large" : "small", random.nextDouble()));
    }
    ranking = new Ranking(candidates);
    standing = shown(Standing.START, List.of("large", "large", "large", "small"));
  }

  private static Standing shown(Standing before, List<String> groups) {
    return before.after(
        groups, WEIGHTS, Split.of(new TreeMap<>(Map.of("large", 1.0, "small", 1.0))));
  }

  /// The correction of exposure at the strength of the bookshop.
  @Benchmark
  public Reranked exposure() {
    return new FairCo(0.02, 0.5).rerank(ranking, standing);
  }

  /// Counting where the groups stand after one list.
  @Benchmark
  public Standing counting() {
    return shown(standing, List.of("large", "small", "large", "small"));
  }

  /// The kinds of a person, things unlike each other, and what fewer people chose.
  @Benchmark
  public Reranked balance() {
    return new MarginalGain(gains()).rerank(ranking, PLACES);
  }

  private static List<Gain> gains() {
    double[] wanted = new double[KINDS];
    Arrays.fill(wanted, 1.0 / KINDS);
    return List.of(
        CalibrationGain.of(0.2, wanted, CorrectBench::mix, WEIGHTS),
        new DiversityGain(0.1, (one, other) -> one % KINDS == other % KINDS ? 1 : 0),
        new PopularityGain(0.1, item -> POOL - item, POOL));
  }

  private static double[] mix(int item) {
    double[] mix = new double[KINDS];
    mix[item % KINDS] = 1;
    return mix;
  }
}
