package org.aboveboard.server.correct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.aboveboard.fairness.correct.Move;
import org.aboveboard.fairness.correct.Ranking;
import org.aboveboard.fairness.correct.Reranked;
import org.aboveboard.models.Scored;

/// A list being made, the first place first.
record Lines(List<Line> all) {
  Lines {
    all = List.copyOf(all);
  }

  /// What the model ranked, in its order.
  static Lines of(List<Scored> pool) {
    return new Lines(
        pool.stream().map(one -> Line.of(one.item(), Providers.NONE, one.score())).toList());
  }

  /// The same, each in its group.
  Lines grouped(IntFunction<String> group) {
    return new Lines(all.stream().map(line -> line.in(group.apply(line.item()))).toList());
  }

  /// As they are ranked by their scores so far.
  Ranking ranking() {
    return new Ranking(all.stream().map(Line::candidate).toList());
  }

  Line of(int item) {
    return all.stream().filter(line -> line.item() == item).findFirst().orElseThrow();
  }

  /// How much less the first `n` are worth than the model's own, by its own scores.
  double loss(int n) {
    List<Reranked.Placed> shown =
        all.stream()
            .limit(n)
            .map(line -> new Reranked.Placed(line.ofModel(), 0, 0, new Move.Kept()))
            .toList();
    Ranking own = new Ranking(all.stream().map(Line::ofModel).toList());
    return new Reranked(own, shown).utilityLoss().known().orElse(0);
  }

  /// The first `n`, each with what it took to stand above those below it.
  List<Line> first(int n) {
    return new Lines(all.subList(0, Math.min(n, all.size()))).settled().all();
  }

  /// All of them, each with what it took to stand above those below it, so that their scores tell
  /// the order.
  Lines settled() {
    List<Line> settled = new ArrayList<>();
    double below = Double.NEGATIVE_INFINITY;
    for (Line line : all.reversed()) {
      Line done = line.settled(below);
      below = Math.max(below, done.rankedBy());
      settled.add(done);
    }
    Collections.reverse(settled);
    return new Lines(settled);
  }
}
