package org.aboveboard.server.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Markup;

/// Things by two measures at once; one of them is the one that was chosen.
///
/// @param across what is measured to the right
/// @param up what is measured upwards
/// @param gate the values that a release must keep to, if there are such
public record Scatter(String across, String up, List<Point> points, Optional<Gate> gate) {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 380;
  private static final int LEFT = 70;
  private static final int RIGHT = WIDTH - 110;
  private static final int TOP = 12;
  private static final int FOOT = 330;
  private static final int WIDE = 70;
  private static final int HIGH = 15;

  public Scatter {
    points = List.copyOf(points);
  }

  /// @param isChosen whether this is the one in use
  /// @param isBeaten whether another is better in both
  public record Point(String label, double across, double up, boolean isChosen, boolean isBeaten) {}

  /// At most so far to the right, at least so high.
  public record Gate(double mostAcross, double leastUp) {}

  String drawing() {
    Scale x = Scale.over(points.stream().mapToDouble(Point::across), LEFT, RIGHT);
    Scale y = Scale.over(points.stream().mapToDouble(Point::up), FOOT, TOP);
    StringBuilder svg =
        new StringBuilder("<svg class=\"plot\" viewBox=\"0 0 720 380\" role=\"img\"");
    svg.append("><title>").append(Markup.text(up + " against " + across)).append("</title>");
    gate.ifPresent(box -> svg.append(gate(box, x, y)));
    x.steps().forEach(step -> svg.append(below(step, x)));
    y.steps().forEach(step -> svg.append(beside(step, y)));
    points.forEach(point -> svg.append(point(point, x, y)));
    labels(x, y).forEach(svg::append);
    svg.append(Ink.label(WIDTH / 2.0, HEIGHT - 8, Ink.Anchor.MIDDLE, across));
    return svg.append(Ink.label(4, 10, Ink.Anchor.START, up)).append("</svg>").toString();
  }

  private static String gate(Gate box, Scale x, Scale y) {
    double right = Math.clamp(x.at(box.mostAcross()), LEFT, RIGHT);
    double bottom = Math.clamp(y.at(box.leastUp()), TOP, FOOT);
    return "<rect class=\"gate\" x=\""
        + LEFT
        + "\" y=\""
        + TOP
        + "\" width=\""
        + Ink.at(right - LEFT)
        + "\" height=\""
        + Ink.at(bottom - TOP)
        + "\"/>";
  }

  private static String below(double step, Scale x) {
    return Ink.down("rule", x.at(step), TOP, FOOT)
        + Ink.label(x.at(step), FOOT + 20, Ink.Anchor.MIDDLE, x.words(step));
  }

  private static String beside(double step, Scale y) {
    return Ink.across("rule", LEFT, RIGHT, y.at(step))
        + Ink.label(LEFT - 8, y.at(step) + 5, Ink.Anchor.END, y.words(step));
  }

  private static String point(Point point, Scale x, Scale y) {
    String mark = point.isChosen() ? "chosen" : "other";
    return "<circle class=\""
        + mark
        + "\" cx=\""
        + Ink.at(x.at(point.across()))
        + "\" cy=\""
        + Ink.at(y.at(point.up()))
        + "\" r=\""
        + (point.isChosen() ? 7 : point.isBeaten() ? 3 : 5)
        + "\"/>";
  }

  /// The names beside their dots, one below another where they would stand on one another.
  private List<String> labels(Scale x, Scale y) {
    List<double[]> taken = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Point point :
        points.stream().sorted(Comparator.comparingDouble(Point::up).reversed()).toList()) {
      double right = x.at(point.across()) + 10;
      double down = y.at(point.up()) + 5;
      for (double[] other : taken) {
        boolean isNear = Math.abs(other[0] - right) < WIDE && Math.abs(other[1] - down) < HIGH;
        down = isNear ? other[1] + HIGH : down;
      }
      taken.add(new double[] {right, down});
      labels.add(Ink.label(right, down, Ink.Anchor.START, point.label()));
    }
    return labels;
  }

  List<String> heads() {
    return List.of("What", across, up, "In use", "Beaten in both");
  }

  List<List<String>> table() {
    return points.stream()
        .map(point ->
            List.of(
                point.label(),
                Ink.value(point.across()),
                Ink.value(point.up()),
                point.isChosen() ? "yes" : "",
                point.isBeaten() ? "yes" : ""))
        .toList();
  }
}
