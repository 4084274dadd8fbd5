package org.aboveboard.server.chart;

import java.util.List;
import java.util.Optional;

/// Things by two measures at once; one of them is the one that was chosen.
///
/// @param across what is measured to the right
/// @param up what is measured upwards
/// @param gate the values that a release must keep to, if there are such
public record Scatter(String across, String up, List<Point> points, Optional<Gate> gate) {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 380;
  private static final int LEFT = 70;
  private static final int FOOT = 330;

  public Scatter {
    points = List.copyOf(points);
  }

  /// @param isChosen whether this is the one in use
  public record Point(String label, double across, double up, boolean isChosen) {}

  /// At most so far to the right, at least so high.
  public record Gate(double mostAcross, double leastUp) {}

  String drawing() {
    Scale x = Scale.over(points.stream().mapToDouble(Point::across), LEFT, WIDTH - 110);
    Scale y = Scale.over(points.stream().mapToDouble(Point::up), FOOT, 12);
    StringBuilder svg =
        new StringBuilder("<svg class=\"plot\" viewBox=\"0 0 720 380\" role=\"img\"");
    svg.append("><title>").append(Ink.text(up + " against " + across)).append("</title>");
    gate.ifPresent(box -> svg.append(gate(box, x, y)));
    x.steps().forEach(step -> svg.append(below(step, x)));
    y.steps().forEach(step -> svg.append(beside(step, y)));
    points.forEach(point -> svg.append(point(point, x, y)));
    svg.append(label(WIDTH / 2.0, HEIGHT - 8, "middle", across));
    return svg.append(label(4, 10, "start", up)).append("</svg>").toString();
  }

  private static String gate(Gate box, Scale x, Scale y) {
    double right = Math.clamp(x.at(box.mostAcross()), LEFT, WIDTH - 110);
    double bottom = Math.clamp(y.at(box.leastUp()), 12, FOOT);
    return "<rect class=\"gate\" x=\""
        + LEFT
        + "\" y=\"12\" width=\""
        + Ink.at(right - LEFT)
        + "\" height=\""
        + Ink.at(bottom - 12)
        + "\"/>";
  }

  private static String below(double step, Scale x) {
    String at = Ink.at(x.at(step));
    return "<line class=\"rule\" x1=\""
        + at
        + "\" x2=\""
        + at
        + "\" y1=\"12\" y2=\""
        + FOOT
        + "\"/>"
        + label(x.at(step), FOOT + 20, "middle", Ink.value(step));
  }

  private static String beside(double step, Scale y) {
    String at = Ink.at(y.at(step));
    return "<line class=\"rule\" x1=\""
        + LEFT
        + "\" x2=\""
        + (WIDTH - 110)
        + "\" y1=\""
        + at
        + "\" y2=\""
        + at
        + "\"/>"
        + label(LEFT - 8, y.at(step) + 5, "end", Ink.value(step));
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
        + (point.isChosen() ? 7 : 5)
        + "\"/>"
        + label(x.at(point.across()) + 10, y.at(point.up()) + 5, "start", point.label());
  }

  private static String label(double x, double y, String anchor, String words) {
    return "<text x=\""
        + Ink.at(x)
        + "\" y=\""
        + Ink.at(y)
        + "\" text-anchor=\""
        + anchor
        + "\">"
        + Ink.text(words)
        + "</text>";
  }

  List<String> heads() {
    return List.of("Model", across, up, "In use");
  }

  List<List<String>> table() {
    return points.stream()
        .map(point ->
            List.of(
                point.label(),
                Ink.value(point.across()),
                Ink.value(point.up()),
                point.isChosen() ? "yes" : ""))
        .toList();
  }
}
