package org.aboveboard.server.evaluation;

import java.util.List;
import java.util.Optional;
import org.aboveboard.models.Incremental;
import org.aboveboard.models.ItemKnn;
import org.aboveboard.models.Learner;
import org.aboveboard.models.LocalRidge;
import org.aboveboard.models.Neighbours;
import org.aboveboard.models.Popularity;
import org.aboveboard.models.Ranker;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.aboveboard.models.SparseLearner;

/// A way of ranking that takes part in an evaluation.
public sealed interface Entrant {
  /// The ranker fitted on these rows.
  Ranker fit(List<Row> rows);

  /// What it is called, with its settings.
  String name();

  /// A learner of its own with these rows in it, for a way of ranking that learns and forgets.
  Optional<Incremental> learner(List<Row> rows);

  /// The same for everybody.
  record Popular() implements Entrant {
    @Override
    public Ranker fit(List<Row> rows) {
      return Popularity.of(rows);
    }

    @Override
    public String name() {
      return "popularity";
    }

    @Override
    public Optional<Incremental> learner(List<Row> rows) {
      return Optional.empty();
    }
  }

  /// The linear model over all pairs of items.
  record Dense(double lambda, double xi) implements Entrant {
    @Override
    public Ranker fit(List<Row> rows) {
      return learnt(rows).snapshot();
    }

    @Override
    public Optional<Incremental> learner(List<Row> rows) {
      return Optional.of(learnt(rows));
    }

    /// The learner with these rows in it.
    Learner learnt(List<Row> rows) {
      int items = (int) rows.stream().flatMapToInt(Row::stream).distinct().count();
      int threads = Runtime.getRuntime().availableProcessors();
      var learner = new Learner(new Settings(lambda, xi, Math.max(1, items), threads));
      rows.stream().filter(row -> row.size() > 0).forEach(row -> learner.replace(Row.empty(), row));
      learner.publish(0);
      return learner;
    }

    @Override
    public String name() {
      return xi == 0 ? "EASE " + plain(lambda) : "RLAE " + plain(lambda) + ", xi " + plain(xi);
    }
  }

  /// A model of each item's neighbours.
  record Near(Neighbours rule) implements Entrant {
    @Override
    public Ranker fit(List<Row> rows) {
      return learnt(rows).publish(0);
    }

    @Override
    public Optional<Incremental> learner(List<Row> rows) {
      return Optional.of(learnt(rows));
    }

    private SparseLearner learnt(List<Row> rows) {
      var learner = new SparseLearner(rule, Runtime.getRuntime().availableProcessors());
      rows.stream().filter(row -> row.size() > 0).forEach(row -> learner.replace(Row.empty(), row));
      return learner;
    }

    @Override
    public String name() {
      return switch (rule) {
        case ItemKnn knn -> "item-kNN " + knn.neighbours();
        case LocalRidge ridge -> "local ridge " + ridge.neighbours() + ", " + plain(ridge.lambda());
      };
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
