package org.aboveboard.fairness.loop;

import java.util.List;
import java.util.Map;
import org.aboveboard.fairness.Figure;

/// The course of the indicators over the retrainings of a model.
///
/// @param windows from one retraining to the next each, in order; what was not measured is not
///   there
public record Loop(List<Map<Indicator, Figure>> windows) {
  public Loop {
    windows = windows.stream().<Map<Indicator, Figure>>map(Map::copyOf).toList();
  }

  /// The slope of an indicator.
  public Trend trend(Indicator indicator) {
    var none = Figure.none(Figure.Why.NOTHING);
    return Trend.of(windows.stream().map(window -> window.getOrDefault(indicator, none)).toList());
  }

  /// The slope of an indicator less that among the people of a randomised holdout, to whom nothing
  /// personal was shown. Without one, the effect of the loop cannot be told from that of the world.
  public Trend trend(Indicator indicator, Loop holdout) {
    return trend(indicator).less(holdout.trend(indicator));
  }

  /// The share of the events of a training that came of our own lists.
  public static Figure causedByUs(long caused, long all) {
    if (caused < 0 || caused > all) {
      throw new IllegalArgumentException("of " + all + " events, " + caused + " cannot be caused");
    }
    return Figure.ratio((double) caused, (double) all);
  }
}
