package org.aboveboard.server.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.aboveboard.models.Figures;
import org.aboveboard.policy.Figure;

/// What was measured, by the names that limits have for it; of several values the worst.
final class Measured {
  private final Map<Figure, Report.Answer> all = new EnumMap<>(Figure.class);

  void accuracy(Figures figures) {
    put(Figure.RECALL, figures.recall20());
    put(Figure.NDCG, figures.ndcg100());
    put(Figure.HIT_RATE, figures.hit10());
    put(Figure.MRR, figures.reciprocalRank());
  }

  /// One that is called as limits call it.
  void named(Report.Named figure) {
    Figure.of(figure.figure()).ifPresent(known -> all.put(known, figure.value()));
  }

  /// Gaps among people of like activity count too.
  void gap(Report.Segment segment) {
    segment.gap().value().ifPresent(gap -> worst(Figure.GAP, gap, Math::max));
  }

  /// How much more lists give away than popular items would.
  void leak(Report.Leak leak) {
    worst(Figure.LEAKAGE, leak.excess(), Math::max);
  }

  void exposure(double ratio) {
    worst(Figure.EXPOSURE, ratio, Math::min);
  }

  Map<Figure, Report.Answer> all() {
    return Collections.unmodifiableMap(all);
  }

  private void worst(Figure figure, double value, BinaryOperator<Double> of) {
    double before =
        Optional.ofNullable(all.get(figure)).flatMap(Report.Answer::value).orElse(value);
    put(figure, of.apply(before, value));
  }

  private void put(Figure figure, double value) {
    all.put(figure, new Report.Answer(Optional.of(value), Optional.empty()));
  }
}
