package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.aboveboard.models.Evaluation;
import org.aboveboard.models.Row;
import org.aboveboard.server.evaluation.Curve.Tried;

/// Accuracy with less to learn from: fewer people, less of each, nothing old.
///
/// The people who are guessed for tell all that they told, so the figures are the price that others
/// pay, not the one for whoever withholds.
///
/// @param seed what is drawn follows from it
record Trying(Matter matter, Entrant entrant, Declared declared, long seed) {
  private static final List<Double> SHARES = List.of(0.1, 0.25, 0.5, 0.75);
  private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365, 730);
  private static final int DRAWS = 2;
  private static final int MANY = 20_000;
  private static final String UP = "NDCG@100";

  List<Curve> all() {
    return List.of(people(), acts(), signals(), retention());
  }

  private Curve people() {
    List<Tried> tried = new ArrayList<>();
    SHARES.forEach(share -> tried.add(drawn(share, false)));
    tried.add(everything());
    return curve(
        "how many people agree",
        "share of the people who agree, in percent",
        "Whoever does not agree was drawn by chance; each dot is the mean of " + draws() + ".",
        tried);
  }

  private Curve acts() {
    List<Tried> tried = new ArrayList<>();
    SHARES.forEach(share -> tried.add(drawn(share, true)));
    tried.add(everything());
    return curve(
        "how much each person lets be used",
        "share of each person's acts, in percent",
        "Which acts are withheld was drawn by chance; each dot is the mean of " + draws() + ".",
        tried);
  }

  private Curve curve(String of, String across, String why, List<Tried> tried) {
    return Curve.of(of, entrant.name(), across, true, UP, why, tried);
  }

  private String draws() {
    return repeats() == 1 ? "1 draw" : repeats() + " draws";
  }

  private int repeats() {
    return matter.split().rows().size() > MANY ? 1 : DRAWS;
  }

  private Tried everything() {
    return new Tried("100 %", Optional.of(100.0), accuracy(matter.split().rows()), true);
  }

  private Tried drawn(double share, boolean ofEach) {
    double sum = 0;
    for (int draw = 0; draw < repeats(); draw++) {
      RandomGenerator random = new SplittableRandom(seed + draw);
      sum += accuracy(ofEach ? part(share, random) : some(share, random));
    }
    double percent = 100 * share;
    return new Tried(Math.round(percent) + " %", Optional.of(percent), sum / repeats(), false);
  }

  private List<Row> some(double share, RandomGenerator random) {
    List<Row> rows = new ArrayList<>(matter.split().rows());
    Collections.shuffle(rows, Random.from(random));
    return rows.subList(0, (int) Math.ceil(share * rows.size()));
  }

  private List<Row> part(double share, RandomGenerator random) {
    return matter.split().rows().stream()
        .map(row -> row.where(_ -> random.nextDouble() < share))
        .toList();
  }

  private double accuracy(List<Row> rows) {
    return Evaluation.mean(Evaluation.of(entrant.fit(rows), matter.split().test())).ndcg100();
  }

  private Curve signals() {
    List<Tried> tried = new ArrayList<>();
    List<Row> all = matter.split().rows();
    for (String signal : matter.signals().names()) {
      List<Row> left = matter.signals().without(signal, all);
      double share = weight(left) / weight(all);
      if (share > 0 && share < 1) {
        tried.add(new Tried("without " + signal, Optional.of(100 * share), accuracy(left), false));
      }
    }
    boolean isSeveral = !tried.isEmpty();
    if (isSeveral) {
      tried.add(new Tried("all", Optional.of(100.0), accuracy(all), true));
    }
    return curve(
        "each kind of act that is learnt from",
        "share of what acts weigh that is left, in percent",
        isSeveral
            ? "One kind of act was left out at a time."
            : "The data tell of one kind of act alone.",
        tried);
  }

  /// What acts weigh together.
  private static double weight(List<Row> rows) {
    double sum = 0;
    for (Row row : rows) {
      for (int k = 0; k < row.size(); k++) {
        sum += row.weight(k);
      }
    }
    return sum;
  }

  private Curve retention() {
    List<Tried> tried = matter.ages().map(this::kept).orElse(List.of());
    return curve(
        "how long acts are kept",
        "days that acts are kept",
        matter
            .ages()
            .map(ages -> words(ages.span()))
            .orElse("The data do not say when each act was, so no shorter time could be tried."),
        tried);
  }

  private String words(int span) {
    String data =
        "The data span "
            + span
            + " days; what is older than the time tried, seen from the"
            + " last day, was not learnt from.";
    return declared.days().isPresent()
        ? data + " The policy keeps for " + declared.days().getAsInt() + " days what trains."
        : data;
  }

  private List<Tried> kept(Ages ages) {
    int span = ages.span();
    int own = Math.min(span, declared.days().orElse(span));
    List<Tried> tried = new ArrayList<>();
    Stream.concat(DAYS.stream().filter(days -> days < span), Stream.of(own, span))
        .distinct()
        .sorted()
        .forEach(days ->
            tried.add(
                new Tried(
                    days == span ? "all " + days + " days" : days + " days",
                    Optional.of((double) days),
                    accuracy(ages.kept(matter.split().rows(), days)),
                    days == own)));
    return tried;
  }
}
