package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one setting gives in accuracy and in something else, tried at several of its values.
///
/// @param of what is varied
/// @param model what it was tried with
/// @param across what is measured to the right
/// @param isLessBetter whether further left is better
/// @param up what accuracy is here
/// @param why in words how it was tried, or why there is nothing to show
public record Curve(
    String of,
    String model,
    String across,
    boolean isLessBetter,
    String up,
    String why,
    List<Point> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /// @param isChosen whether this is what is in use, or declared
  /// @param isOnFrontier whether none that was tried is better in one and as good in the other
  public record Point(
      String setting, double across, double up, boolean isChosen, boolean isOnFrontier) {}

  /// One value of the setting, before it is held against the others.
  record Tried(String setting, Optional<Double> across, double up, boolean isChosen) {}

  /// The curve through what was tried; what could not be measured is left out.
  static Curve of(
      String of,
      String model,
      String across,
      boolean isLessBetter,
      String up,
      String why,
      List<Tried> tried) {
    List<Tried> known = tried.stream().filter(one -> one.across().isPresent()).toList();
    List<Point> points = new ArrayList<>();
    for (Tried one : known) {
      boolean isBeaten = known.stream().anyMatch(other -> beats(other, one, isLessBetter));
      points.add(
          new Point(one.setting(), one.across().orElse(0.0), one.up(), one.isChosen(), !isBeaten));
    }
    return new Curve(of, model, across, isLessBetter, up, why, points);
  }

  private static boolean beats(Tried other, Tried one, boolean isLessBetter) {
    int across = Double.compare(other.across().orElse(0.0), one.across().orElse(0.0));
    int cheaper = isLessBetter ? -across : across;
    int better = Double.compare(other.up(), one.up());
    return cheaper >= 0 && better >= 0 && cheaper + better > 0;
  }

  /// The value in use, if it was among those tried.
  Optional<Point> chosen() {
    return points.stream().filter(Point::isChosen).findFirst();
  }
}
