package org.aboveboard.server.correct;

import java.util.List;
import org.aboveboard.fairness.correct.FairCo;
import org.aboveboard.fairness.correct.Move;
import org.aboveboard.fairness.correct.Ranking;
import org.aboveboard.fairness.correct.Reranked;
import org.aboveboard.fairness.correct.Standing;

/// The correction of exposure, held so that no list loses more than was declared: where one would,
/// it is tried with half the strength, and half of that.
///
/// @param loss the most that a list may lose, as a share of what the model's own list is worth
record Exposed(FairCo fairCo, Standing standing, double loss) {
  private static final int HALVINGS = 6;

  Lines of(Lines lines, int n) {
    Ranking ranking = lines.ranking();
    FairCo held = fairCo;
    for (int halving = 0; halving < HALVINGS && held.lambda() > 0; halving++) {
      Reranked after = held.rerank(ranking, standing);
      if (isWithin(after, n)) {
        return corrected(lines, after);
      }
      held = new FairCo(held.lambda() / 2, held.clamp() / 2);
    }
    return lines;
  }

  private boolean isWithin(Reranked after, int n) {
    List<Reranked.Placed> shown = after.items().subList(0, Math.min(n, after.items().size()));
    return new Reranked(after.before(), shown).utilityLoss().known().orElse(0) <= loss;
  }

  private static Lines corrected(Lines lines, Reranked after) {
    return new Lines(
        after.items().stream()
            .map(placed -> corrected(lines.of(placed.candidate().item()), placed))
            .toList());
  }

  private static Line corrected(Line line, Reranked.Placed placed) {
    return switch (placed.move()) {
      case Move.Scored(_, var adjustments) -> {
        Line done = line;
        for (var one : adjustments) {
          done = done.with(new Step(one.rule().id(), line.group(), placed.places(), one.amount()));
        }
        yield done;
      }
      case Move.Lifted _, Move.GaveWay _, Move.Kept _ -> line;
    };
  }
}
