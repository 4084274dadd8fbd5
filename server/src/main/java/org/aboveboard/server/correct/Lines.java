package org.aboveboard.server.correct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.aboveboard.fairness.correct.Ranking;
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

  /// The first `n`, each with what it took to stand above those below it.
  List<Line> first(int n) {
    List<Line> settled = new ArrayList<>();
    double below = Double.NEGATIVE_INFINITY;
    for (Line line : all.subList(0, Math.min(n, all.size())).reversed()) {
      Line done = line.settled(below);
      below = Math.max(below, done.rankedBy());
      settled.add(done);
    }
    Collections.reverse(settled);
    return settled;
  }
}
