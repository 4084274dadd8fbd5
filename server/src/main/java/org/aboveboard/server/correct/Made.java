package org.aboveboard.server.correct;

import java.util.List;

/// A list as it is shown.
///
/// @param arm the arm of an experiment that its person is in; `none` where there is none
/// @param propensity how likely this list was to come out; 1 where nothing was drawn
public record Made(List<Line> lines, String arm, double propensity) {
  public Made {
    lines = List.copyOf(lines);
  }
}
