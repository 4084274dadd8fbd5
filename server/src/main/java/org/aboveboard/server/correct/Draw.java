package org.aboveboard.server.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Exploration within its declared budget: in this share of lists one place is drawn, and an item
/// for it from those that would have come next. How likely the list was is kept with it.
record Draw(double share, RandomGenerator chance) {

  /// A list and how likely it was to come out.
  record Drawn(Lines lines, double propensity) {}

  Drawn of(Lines lines, int n) {
    int others = lines.all().size() - n;
    if (share <= 0 || others <= 0) {
      return new Drawn(lines, 1);
    }
    return chance.nextDouble() < share
        ? new Drawn(drawn(lines, n, others), share / n / others)
        : new Drawn(lines, 1 - share);
  }

  private Lines drawn(Lines lines, int n, int others) {
    int place = chance.nextInt(n);
    int from = n + chance.nextInt(others);
    List<Line> order = new ArrayList<>(lines.all());
    Line drawn = order.remove(from);
    order.add(place, drawn.lifted(new Line.Lift(Rules.EXPLORATION, "", from - place)));
    return new Lines(order);
  }
}
