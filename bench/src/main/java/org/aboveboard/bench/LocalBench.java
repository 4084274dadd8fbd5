package org.aboveboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aboveboard.models.Evaluation;
import org.aboveboard.models.Figures;
import org.aboveboard.models.Incremental;
import org.aboveboard.models.ItemKnn;
import org.aboveboard.models.Learner;
import org.aboveboard.models.LocalRidge;
import org.aboveboard.models.Neighbours;
import org.aboveboard.models.Popularity;
import org.aboveboard.models.Ranker;
import org.aboveboard.models.Ratings;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.aboveboard.models.SparseLearner;
import org.aboveboard.models.Split;

/// Models of neighbours beside the dense one: how long each takes to fit, to forget one person and
/// to be evaluated in full, and how well it guesses.
///
/// A first run warms up and is not told. The file `u.data` of MovieLens 100K is the argument;
/// without it only a made-up catalogue of 40,000 items is fitted.
public final class LocalBench {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final int FORGOTTEN = 30;
  private static final int LARGE = 40_000;

  private LocalBench() {}

  /// Runs it.
  public static void main(String[] args) throws IOException {
    if (args.length > 0) {
      Split split = Split.of(ratings(Path.of(args[0])), "ml-100k", 100, 100);
      all(split, false);
      all(split, true);
    }
    large();
  }

  private static void all(Split split, boolean isTold) {
    evaluate("popularity", Popularity.of(split.rows()), split, isTold);
    measure("EASE, dense", new Learner(new Settings(200, 0, 2000, THREADS)), split, isTold);
    measure("RLAE 0.3, dense", new Learner(new Settings(200, 0.3, 2000, THREADS)), split, isTold);
    measure("kNN, 100", sparse(new ItemKnn(100)), split, isTold);
    for (int neighbours : new int[] {50, 100, 200}) {
      var local = new LocalRidge(neighbours, 0.5, 100, 0, 0.3);
      measure("local ridge, " + neighbours, sparse(local), split, isTold);
    }
  }

  private static Incremental sparse(Neighbours rule) {
    return new SparseLearner(rule, THREADS);
  }

  private static void measure(String name, Incremental learner, Split split, boolean isTold) {
    long begin = System.nanoTime();
    split.rows().forEach(row -> learner.replace(Row.empty(), row));
    Ranker ranker = learner.publish(0);
    long fitted = System.nanoTime() - begin;
    evaluate(name, ranker, split, isTold);
    long[] forgot = new long[FORGOTTEN];
    for (int k = 0; k < FORGOTTEN; k++) {
      long from = System.nanoTime();
      learner.replace(split.rows().get(k), Row.empty());
      learner.publish(k);
      forgot[k] = System.nanoTime() - from;
    }
    double seconds = IntStream.range(0, FORGOTTEN).mapToLong(k -> forgot[k]).sum() / 1e9;
    if (isTold) {
      System.out.printf(
          Locale.ROOT,
          "%-18s fitted in %,.0f ms; forgetting one: %s%n",
          name,
          fitted / 1e6,
          took(forgot, seconds));
    }
  }

  private static String took(long[] nanos, double seconds) {
    return Took.of(List.of(nanos), seconds).words();
  }

  private static void evaluate(String name, Ranker ranker, Split split, boolean isTold) {
    long begin = System.nanoTime();
    Figures test = Evaluation.of(ranker, split).test();
    double millis = (System.nanoTime() - begin) / 1e6;
    if (isTold) {
      System.out.printf(
          Locale.ROOT,
          "%-18s NDCG@100 %.4f, NDCG@10 %.4f, Recall@20 %.4f, MRR %.4f; evaluated in %,.0f ms%n",
          name,
          test.ndcg100(),
          test.ndcg10(),
          test.recall20(),
          test.reciprocalRank(),
          millis);
    }
  }

  /// A made-up catalogue too large for a square matrix.
  private static void large() {
    var random = new SplittableRandom(1);
    List<Row> rows = new ArrayList<>();
    for (int person = 0; person < LARGE; person++) {
      int[] own =
          random.doubles(25).mapToInt(d -> (int) (LARGE * d * d)).distinct().sorted().toArray();
      rows.add(Row.of(own));
    }
    var learner = new SparseLearner(new LocalRidge(100, 0.5, 5, 0, 0.3), THREADS);
    long begin = System.nanoTime();
    rows.forEach(row -> learner.replace(Row.empty(), row));
    long counted = System.nanoTime();
    learner.publish(0);
    long fitted = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "40,000 items: counted in %.1f s, fitted in %.1f s%n",
        (counted - begin) / 1e9,
        (fitted - counted) / 1e9);
    for (int k = 0; k < 3; k++) {
      long from = System.nanoTime();
      learner.replace(rows.get(k), Row.empty());
      learner.publish(k);
      System.out.printf(
          Locale.ROOT,
          "forgetting one: %,.0f ms, %,d columns%n",
          (System.nanoTime() - from) / 1e6,
          learner.refitted());
    }
  }

  private static Ratings ratings(Path file) throws IOException {
    List<String[]> lines = Files.readAllLines(file).stream().map(l -> l.split("\t")).toList();
    return Ratings.of(
        lines.stream().map(l -> l[0]).toArray(String[]::new),
        lines.stream().mapToInt(l -> Integer.parseInt(l[1])).toArray(),
        lines.stream().mapToDouble(l -> Double.parseDouble(l[2])).toArray());
  }
}
