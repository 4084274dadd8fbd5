package org.aboveboard.models;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The reference evaluation: learns from some people, is told most of what others liked, and must
/// guess the rest.
///
/// @param salt what the division into people depends on
/// @param test how many people results are reported on
/// @param validation how many people the ridge is chosen by
/// @param lambdas the ridges to try
/// @param xi the output scale; 0 is plain EASE
public record Protocol(String salt, int test, int validation, List<Double> lambdas, double xi) {
  /// The ridges that are tried unless others are named.
  public static final List<Double> GRID =
      List.of(1.0, 10.0, 50.0, 100.0, 150.0, 200.0, 300.0, 400.0, 500.0, 750.0, 1000.0, 2000.0);

  private static final int HELD_OUT = 100;
  private static final int LONGEST = 100;
  private static final double DECIMALS = 1e9;

  /// Refuses what cannot be evaluated.
  public Protocol {
    lambdas = List.copyOf(lambdas);
    if (test < 1 || validation < 1 || lambdas.isEmpty()) {
      throw new IllegalArgumentException(
          "there must be someone to test on, someone to choose by and a lambda to try");
    }
  }

  /// A hundred people to test on, a hundred to choose by, the whole grid, plain EASE.
  public static Protocol of(String salt) {
    return new Protocol(salt, HELD_OUT, HELD_OUT, GRID, 0);
  }

  /// One person's ranked list of at most 100 items and how well it guessed.
  public record Served(String user, List<Integer> ranked, Figures figures) {}

  /// How one way of ranking did, on the people it was chosen by and on the people it is reported
  /// on.
  public record Result(
      Figures validation, Figures test, List<Served> servedValidation, List<Served> servedTest) {}

  /// How EASE did with one ridge.
  public record Fit(double lambda, Result result) {}

  /// What came out: the division, popularity, and EASE for every ridge.
  public record Report(Split split, Result popularity, List<Fit> fits) {
    /// The fit with the best NDCG@100 on validation; the first of equals.
    public Fit best() {
      return fits.stream()
          .max(Comparator.comparingDouble(fit -> fit.result().validation().ndcg100()))
          .orElseThrow();
    }
  }

  /// Divides the ratings and evaluates.
  public Report evaluate(Ratings ratings, int threads) {
    return evaluate(Split.of(ratings, salt, test, validation), threads);
  }

  /// Evaluates on a division that was made before.
  public Report evaluate(Split split, int threads) {
    int[] items = split.items();
    refuseWhatDoesNotFit(items.length);
    var gram = gram(split);
    double[] counts = IntStream.range(0, items.length).mapToDouble(j -> gram.get(j, j)).toArray();
    Result popularity = result(split, items, _ -> counts);
    List<Fit> fits = lambdas.stream().map(l -> fit(split, gram, l, threads)).toList();
    return new Report(split, popularity, fits);
  }

  private static void refuseWhatDoesNotFit(int items) {
    int largest = Settings.largestFor(Runtime.getRuntime().maxMemory());
    if (items > largest) {
      throw new IllegalArgumentException(
          items
              + " items need more memory than there is, which is enough for "
              + largest
              + "; start Java with a larger -Xmx");
    }
  }

  private static Gram gram(Split split) {
    var corpus = new Corpus();
    split.rows().forEach(corpus::add);
    return Gram.count(corpus, split.items());
  }

  private Fit fit(Split split, Gram gram, double lambda, int threads) {
    int[] items = split.items();
    var settings = new Settings(lambda, xi, items.length, threads);
    var weights = Canonical.fit(gram, items, settings, threads).weights();
    var index = new Index(items);
    return new Fit(lambda, result(split, items, told -> scores(weights, index, told)));
  }

  private static double[] scores(Weights weights, Index index, Row told) {
    double[] scores = new double[weights.size()];
    double[] scratch = new double[weights.size()];
    for (int k = 0; k < told.size(); k++) {
      weights.addTerms(told.weight(k), index.slot(told.item(k)), scores, scratch);
    }
    return scores;
  }

  private static Result result(Split split, int[] items, Function<Row, double[]> scores) {
    Function<Row, List<Integer>> ranked = told -> rank(items, scores.apply(told), told);
    return Evaluation.of(split, ranked);
  }

  private static List<Integer> rank(int[] items, double[] scores, Row told) {
    var best = new Best(LONGEST);
    for (int j = 0; j < items.length; j++) {
      double score = Math.rint(scores[j] * DECIMALS) / DECIMALS;
      if (best.wants(items[j], score) && !told.has(items[j])) {
        best.keep(items[j], score);
      }
    }
    return best.list().stream().map(Scored::item).toList();
  }

  /// How often each of these items is among the first `k` of the lists.
  public static int[] exposure(List<Served> served, int k, int[] items) {
    int[] counts = new int[items.length];
    var index = new Index(items);
    served.stream()
        .flatMap(s -> s.ranked().stream().limit(k))
        .forEach(item -> counts[index.slot(item)]++);
    return counts;
  }
}
