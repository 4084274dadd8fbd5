package org.aboveboard.server.correct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.fairness.correct.Candidate;
import org.aboveboard.fairness.correct.Gain;
import org.aboveboard.fairness.correct.MarginalGain;
import org.aboveboard.fairness.correct.Ranking;
import org.aboveboard.fairness.correct.Reranked;
import org.aboveboard.policy.Balance;

/// What counts beside the model, held so that no list loses more than was declared: where one
/// would, each weight counts half, and half of that.
///
/// An item moves up because more spoke for it than for the one that would have had its place, and
/// what spoke the most is what is said of it.
///
/// @param loss the most that a list may lose of what the model's own is worth
record Balanced(Balance weights, double loss, Kinds kinds) {
  private static final int HALVINGS = 6;

  Lines of(Lines lines, int n) {
    for (int halving = 0; halving < HALVINGS; halving++) {
      Lines after = chosen(lines, gains(lines, Math.scalb(1.0, -halving)), n);
      if (after.loss(n) <= loss) {
        return after.settled();
      }
    }
    return lines;
  }

  private List<Gain> gains(Lines lines, double part) {
    return Stream.of(
            kinds.calibration(weights.calibration() * part),
            kinds.diversity(weights.diversity() * part),
            kinds.popularity(weights.popularity() * part, lines))
        .filter(gain -> gain.weight() > 0)
        .toList();
  }

  private static Lines chosen(Lines lines, List<Gain> gains, int n) {
    Ranking ranking = lines.ranking();
    List<Line> order = new ArrayList<>();
    List<Line> left =
        new ArrayList<>(ranking.candidates().stream().map(Candidate::item).map(lines::of).toList());
    List<Gain> now = gains;
    for (Reranked.Placed placed : new MarginalGain(gains).rerank(ranking, n).items()) {
      int item = placed.candidate().item();
      order.add(placed(lines.of(item), left.getFirst(), placed.places(), now));
      left.removeIf(line -> line.item() == item);
      now = now.stream().map(gain -> gain.with(item)).toList();
    }
    order.addAll(left);
    return new Lines(order);
  }

  /// @param passed the one that would have the place by its score
  private static Line placed(Line line, Line passed, int places, List<Gain> gains) {
    return gains.stream()
        .filter(_ -> line.item() != passed.item())
        .max(Comparator.comparingDouble(gain -> gain.weight() * more(gain, line, passed)))
        .map(gain -> line.lifted(new Line.Lift(gain.rule().id(), "", places)))
        .orElse(line);
  }

  private static double more(Gain gain, Line line, Line passed) {
    return gain.of(line.item()) - gain.of(passed.item());
  }
}
