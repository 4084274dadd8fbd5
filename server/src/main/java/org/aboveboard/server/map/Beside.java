package org.aboveboard.server.map;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.map.DataMap;
import org.aboveboard.policy.map.Lane;
import org.aboveboard.server.alarm.Alarm;
import org.aboveboard.server.operate.Line;
import org.aboveboard.server.seen.Compared;
import org.aboveboard.server.seen.Finding;
import org.aboveboard.server.seen.Holdings;
import org.aboveboard.server.seen.Holds;
import org.aboveboard.server.seen.Kind;
import org.aboveboard.server.seen.Seeing;
import org.aboveboard.server.seen.Sighting;
import org.aboveboard.server.seen.Unseen;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.When;

/// What is declared and what was seen, side by side in words.
record Beside(Policy policy, Seeing seeing) {
  private static final int MOST_SHOWN = 200;

  StaffMap page(Frame frame, Optional<String> box) {
    DataMap map = DataMap.of(policy, policy.organisation().language(), seeing.at());
    Counted counted = new Counted(policy, seeing.sightings());
    Compared compared = seeing.compared();
    return new StaffMap(
        frame,
        Sheet.of(map, StaffMapPage.HERE, box, alarms(), counted::of),
        compared.undeclared().stream().map(this::line).toList(),
        compared.dropped().stream().limit(MOST_SHOWN).map(Beside::dropped).toList(),
        compared.unseen().stream().map(one -> unseen(counted, one)).toList(),
        looked(),
        Holdings.all().stream().map(Beside::held).toList());
  }

  /// A red box for each lane in which something happens that nobody declared.
  private Map<Lane, Link> alarms() {
    Map<Lane, Integer> counts = new EnumMap<>(Lane.class);
    seeing.compared().undeclared().forEach(one -> counts.merge(lane(one), 1, Integer::sum));
    Map<Lane, Link> alarms = new EnumMap<>(Lane.class);
    counts.forEach((lane, count) -> alarms.put(lane, alarm(lane, count)));
    return alarms;
  }

  private Link alarm(Lane lane, int count) {
    return lane == Lane.COLLECTED
        ? new Link("▲ Dropped, not declared: " + undeclaredNames(), "#dropped")
        : new Link("▲ Seen, not declared: " + count, "#undeclared");
  }

  private long undeclaredNames() {
    return seeing.compared().dropped().stream().filter(one -> one.kind().isForeign()).count();
  }

  private static Lane lane(Finding one) {
    return switch (one.about()) {
      case STORE, ROWS -> Lane.KEPT;
      case FLOW -> Lane.USED;
      case EGRESS -> Lane.SEEN;
      case CAME -> Lane.COLLECTED;
    };
  }

  private Line line(Finding one) {
    String when =
        seeing.alarms().stream()
            .filter(alarm -> alarm.cause().equals(one.cause()))
            .map(Alarm::raised)
            .map(raised -> "since " + When.moment(raised))
            .findFirst()
            .orElse("new");
    return new Line(State.alarm("Not declared"), one.what(), when, Optional.empty());
  }

  private static StaffMap.Dropped dropped(Sighting one) {
    return new StaffMap.Dropped(
        one.name(),
        what(one.kind()),
        String.format(Locale.ROOT, "%,d", one.count()),
        When.moment(one.last()));
  }

  private static String what(Kind kind) {
    return switch (kind) {
      case DROPPED_EVENT -> "event";
      case DROPPED_FIELD -> "field";
      case DROPPED_VALUE -> "value of another type, or out of range";
      case FLOW, FIELD, READ, EGRESS, BEGAN -> kind.word();
    };
  }

  private static Fact unseen(Counted counted, Unseen one) {
    return new Fact(
        counted.words(one.kind(), one.name()),
        one.ever()
            ? "last seen " + When.moment(one.last())
            : "never, and it is declared so since " + When.moment(one.last()));
  }

  private List<Fact> looked() {
    return List.of(
        new Fact("Counted since", When.moment(seeing.began())),
        new Fact("Events, fields, reads", "each of them, within the minute"),
        new Fact("Tables and columns", "all of the store, every minute"),
        new Fact(
            "Rows held",
            seeing
                .rowsCounted()
                .map(at -> "all of them, every hour; last " + When.moment(at))
                .orElse("not counted yet")),
        new Fact(
            "Connections elsewhere",
            seeing.elsewhere()
                ? "those that are open at a look, every minute"
                : "not observed here"));
  }

  private static Fact held(Holdings.Table table) {
    Set<String> words = new TreeSet<>();
    table.columns().values().stream().map(Holds::words).forEach(words::add);
    if (words.size() > 1) {
      words.remove(Holds.NOBODY.words());
    }
    return new Fact(table.name(), String.join("; ", words));
  }
}
