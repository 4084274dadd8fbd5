package org.aboveboard.server.map;

import com.google.errorprone.annotations.FormatMethod;
import io.quarkus.qute.RawString;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.map.Box;
import org.aboveboard.policy.map.DataMap;
import org.aboveboard.policy.map.Edge;
import org.aboveboard.policy.map.Lane;
import org.aboveboard.policy.map.Legend;
import org.aboveboard.policy.map.Pass;
import org.aboveboard.policy.map.State;
import org.aboveboard.policy.map.Stop;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Markup;

/// The data map drawn in five lanes. Every box is a link to its place in the list, and carries a
/// sign beside its line, so that no colour is needed to read it.
final class Drawing {
  private static final int WIDTH = 1100;
  private static final int BOX = 172;
  private static final int LEAP = (WIDTH - BOX) / 4;
  private static final int HEIGHT = 46;
  private static final int PITCH = HEIGHT + 14;
  private static final int PASS_PITCH = 24;
  private static final int TOP = 40;
  private static final int SIZE = 15;
  private static final int INSET = 11;
  private static final int LINE = 18;

  private final DataMap map;
  private final Legend legend;
  private final Map<Lane, Link> alarms;
  private final Map<String, Integer> middles = new HashMap<>();
  private final StringBuilder svg = new StringBuilder();
  private int bottom = TOP;

  private Drawing(DataMap map, Map<Lane, Link> alarms) {
    this.map = map;
    this.legend = Legend.of(map.language());
    this.alarms = alarms;
  }

  static RawString of(DataMap map) {
    return of(map, Map.of());
  }

  /// @param alarms a red box at the foot of these lanes, for what was seen and is not declared
  static RawString of(DataMap map, Map<Lane, Link> alarms) {
    return new RawString(new Drawing(map, alarms).drawn());
  }

  private String drawn() {
    place();
    put(
        "<svg viewBox=\"-2 0 %d %d\" role=\"group\" aria-label=\"%s\">",
        WIDTH + 4, bottom, Markup.text(name()));
    put("<title>%s</title><desc>%s</desc>", Markup.text(name()), Markup.text(summary()));
    for (Lane lane : Lane.values()) {
      put(
          "<text class=\"lane\" x=\"%d\" y=\"18\">%s</text>",
          left(lane), Markup.text(legend.lane(lane)));
    }
    map.edges().forEach(this::line);
    map.boxes().forEach(this::box);
    alarms.forEach(this::alarm);
    return svg.append("</svg>").toString();
  }

  /// Each lane stands in the middle of the tallest, with an alarm at its foot.
  private void place() {
    int tallest = 0;
    for (Lane lane : Lane.values()) {
      tallest = Math.max(tallest, height(lane));
    }
    for (Lane lane : Lane.values()) {
      int y = TOP + (tallest - height(lane)) / 2;
      for (Stop stop : map.stops(lane)) {
        middles.put(stop.id(), y + pitch(stop) / 2);
        y += pitch(stop);
      }
    }
    bottom = TOP + tallest + (alarms.isEmpty() ? 0 : PITCH);
  }

  private int height(Lane lane) {
    return map.stops(lane).stream().mapToInt(Drawing::pitch).sum();
  }

  private static int pitch(Stop stop) {
    return switch (stop) {
      case Box _ -> PITCH;
      case Pass _ -> PASS_PITCH;
    };
  }

  private void line(Edge edge) {
    Lane from = map.box(edge.from()).map(Box::lane).orElseThrow();
    Lane to = map.box(edge.to()).map(Box::lane).orElseThrow();
    StringBuilder way = new StringBuilder();
    int x = left(from) + BOX;
    int y = middle(edge.from());
    way.append("M").append(x).append(',').append(y);
    if (edge.past().isPresent()) {
      int middle = middle(edge.past().get());
      way.append(bend(x, y, left(Lane.MODEL), middle)).append('H').append(left(Lane.MODEL) + BOX);
      x = left(Lane.MODEL) + BOX;
      y = middle;
    }
    way.append(bend(x, y, left(to), middle(edge.to())));
    put("<path class=\"%s\" d=\"%s\"/>", dress(map.state(edge)), way);
  }

  private static String bend(int x, int y, int toX, int toY) {
    int half = (x + toX) / 2;
    return "C" + half + "," + y + " " + half + "," + toY + " " + toX + "," + toY;
  }

  private void box(Box box) {
    String sign = sign(box.state());
    int x = left(box.lane());
    int y = middle(box.id());
    put(
        "<a class=\"%s\" href=\"#%s\" aria-label=\"%s\"><rect x=\"%d\" y=\"%d\" width=\"%d\""
            + " height=\"%d\" rx=\"4\"/>",
        dress(box.state()),
        box.id(),
        Markup.text(box.label() + ": " + legend.state(box.state())),
        x,
        y - HEIGHT / 2,
        BOX,
        HEIGHT);
    words(box.label() + (sign.isEmpty() ? "" : "\u00a0" + sign), x, y);
    svg.append("</a>");
  }

  private void words(String label, int x, int y) {
    List<String> lines = Fitted.of(label, (BOX - 2.0 * INSET) / SIZE).lines();
    int base = y + 5 - (lines.size() - 1) * LINE / 2;
    svg.append("<text>");
    for (int i = 0; i < lines.size(); i++) {
      put(
          "<tspan x=\"%d\" y=\"%d\">%s</tspan>",
          x + INSET, base + i * LINE, Markup.text(lines.get(i)));
    }
    svg.append("</text>");
  }

  private void alarm(Lane lane, Link link) {
    int x = left(lane);
    int y = bottom - PITCH / 2;
    put(
        "<a class=\"alarm\" href=\"%s\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>",
        Markup.text(link.to()), x, y - HEIGHT / 2, BOX, HEIGHT);
    words(link.words(), x, y);
    svg.append("</a>");
  }

  private String name() {
    return legend.words().drawing();
  }

  private String summary() {
    StringBuilder summary = new StringBuilder();
    for (Lane lane : Lane.values()) {
      List<String> labels = map.boxes(lane).stream().map(Box::label).toList();
      summary.append(legend.lane(lane)).append(": ").append(String.join(", ", labels)).append(". ");
    }
    return summary + legend.words().links();
  }

  static String sign(State state) {
    return switch (state) {
      case NO_TOGGLE, CAN_OBJECT, ON -> "";
      case RESTS_ON_CONSENT -> "○";
      case OFF_BY_YOU -> "◌";
      case OFF_FOR_ALL -> "■";
    };
  }

  private static String dress(State state) {
    return switch (state) {
      case NO_TOGGLE, CAN_OBJECT, ON -> "on";
      case RESTS_ON_CONSENT -> "asks";
      case OFF_BY_YOU, OFF_FOR_ALL -> "off";
    };
  }

  private int middle(String stop) {
    return Optional.ofNullable(middles.get(stop)).orElseThrow();
  }

  private static int left(Lane lane) {
    return List.of(Lane.values()).indexOf(lane) * LEAP;
  }

  @FormatMethod
  private void put(String form, Object... blanks) {
    svg.append(String.format(Locale.ROOT, form, blanks));
  }
}
