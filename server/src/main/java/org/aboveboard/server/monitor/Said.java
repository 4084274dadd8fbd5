package org.aboveboard.server.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aboveboard.fairness.watch.Claim;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.chart.Band;
import org.aboveboard.server.chart.Chart;
import org.aboveboard.server.chart.Dots;
import org.aboveboard.server.monitor.Course.Count;
import org.aboveboard.server.monitor.Course.Found;
import org.aboveboard.server.monitor.MonitorStore.Row;
import org.aboveboard.server.monitor.Monitors.Known;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.When;

/// What a monitor says to people.
///
/// @param known what is known of it, if it has begun
/// @param rows what was found in its latest epochs
record Said(Watched watched, Optional<Known> known, List<Row> rows) {
  private static final int PICTURES = 4;

  Said {
    rows = List.copyOf(rows);
  }

  State state() {
    if (known.isEmpty() || isUnheard()) {
      return new State("○", "Nothing yet", "muted");
    }
    return known.get().standing().isAlarmed()
        ? State.alarm("Promise broken")
        : State.well("Holds so far");
  }

  /// Whether no pair was ever compared.
  private boolean isUnheard() {
    return lanes().values().stream()
        .allMatch(lane -> lane.pairs() == 0 && lane.back().isEmpty() && lane.cleared().isEmpty());
  }

  private Map<String, Lane.State> lanes() {
    return known.map(Known::state).map(Course.State::lanes).orElse(Map.of());
  }

  /// What was found, in words.
  String sentence() {
    if (known.isEmpty()) {
      return "It begins within a minute.";
    }
    List<String> broken = broken();
    if (!broken.isEmpty()) {
      return String.join(" ", broken);
    }
    return isUnheard() ? whyNothing(known.get()) : "So far nothing speaks against it." + cleared();
  }

  private List<String> broken() {
    List<String> broken = new ArrayList<>();
    lanes()
        .forEach((stream, lane) ->
            lane.back()
                .ifPresent(back ->
                    broken.add(
                        "Since "
                            + When.moment(back.since())
                            + ": "
                            + Finding.broken(watched, stream, back.isLess())
                            + ".")));
    return broken;
  }

  private String cleared() {
    return lanes().entrySet().stream()
        .filter(one -> one.getValue().cleared().isPresent())
        .map(one ->
            " Of "
                + watched.label(one.getKey())
                + " it had been broken, and has held again since "
                + one.getValue().cleared().map(When::moment).orElse("")
                + ".")
        .collect(Collectors.joining());
  }

  private String whyNothing(Known begun) {
    Epochs epochs = watched.epochs();
    long closed = begun.kept().closed();
    Count count = begun.state().count();
    if (epochs.ends(closed).toEpochDay() <= begun.kept().begun().getEpochSecond() / 86_400) {
      return "It has begun. The first look is on " + When.day(epochs.closes(closed + 1)) + ".";
    }
    if (count.people() == 0) {
      return "Nobody who agreed to be measured was shown anything yet.";
    }
    return count.told() == 0
        ? "Of what was shown nothing belongs to a group, or nobody told which group they are in."
        : "No two groups had "
            + watched.plan().smallest()
            + " people or more in one stretch, or there is nothing to hold one against.";
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Where", watched.surface().label().plain()));
    facts.add(new Fact("Counted", unit()));
    facts.add(new Fact("Promise", promise()));
    facts.add(new Fact("Certainty", certainty()));
    facts.add(new Fact("Each person counts", "once in " + When.span(watched.monitor().every())));
    facts.add(new Fact("Closed", closing()));
    facts.add(new Fact("Whom", whom()));
    facts.add(new Fact("Who looks at an alarm", watched.monitor().owner()));
    facts.add(new Fact("What they do first", watched.monitor().firstAction().plain()));
    known.ifPresent(begun ->
        facts.add(new Fact("Measured like this since", When.moment(begun.kept().begun()))));
    return facts;
  }

  private String unit() {
    return switch (watched.monitor().outcome()) {
      case EXPOSURE ->
          "the share of the attention that a list gets; the first place gets most, and items of no"
              + " group count for none";
      case ACTED -> "the share of a person’s lists of which something was chosen";
    };
  }

  private String promise() {
    return switch (watched.plan().claim()) {
      case Claim.AtLeast _ ->
          "each group gets at least four fifths of what the others get"
              + switch (watched.whom()) {
                case Watched.Whom.Providers(Groups groups) -> ", for its part of " + target(groups);
                case Watched.Whom.People _ -> "";
              };
      case Claim.Within(double tolerance) ->
          "no group is further than "
              + tolerance
              + " from "
              + switch (watched.whom()) {
                case Watched.Whom.Providers(Groups groups) -> "its part of " + target(groups);
                case Watched.Whom.People _ -> "the others";
              };
    };
  }

  private static String target(Groups groups) {
    return switch (groups.target()) {
      case CATALOGUE -> "what can be had";
      case CONSUMPTION ->
          "what people choose who agreed to be measured (a correction goes by what all chose that"
              + " the model learnt from)";
    };
  }

  private String certainty() {
    return "that its first alarm is false has a chance of at most "
        + percent(watched.plan().alpha())
        + ", however often one looks, and so has the first after each end of one; a detector of recent change beside it is wrong more often, on"
        + " average once in "
        + (long) Lane.RUN_LENGTH
        + " comparisons or less often";
  }

  private static String percent(double share) {
    return Math.round(share * 1_000) / 10.0 + " %";
  }

  private String closing() {
    return watched.monitor().closes().isZero()
        ? "at the end of each stretch"
        : When.span(watched.monitor().closes())
            + " after each stretch; what comes earlier waits for that too, or those who act would"
            + " be counted before those who do not";
  }

  private String whom() {
    Count count = known.map(one -> one.state().count()).orElse(new Count(0, 0, 0));
    int smallest = watched.plan().smallest();
    if (count.people() < smallest) {
      return "not shown: fewer than " + smallest + " people the last time";
    }
    return switch (watched.whom()) {
      case Watched.Whom.Providers _ ->
          "all who agreed to be measured, " + count.people() + " the last time";
      case Watched.Whom.People(Segment segment) -> volunteers(segment, count);
    };
  }

  private String volunteers(Segment segment, Count count) {
    boolean isShown =
        count.told() >= watched.plan().smallest()
            && rows.stream().map(row -> row.found().group()).distinct().count()
                == segment.answers().size();
    return "those who told us of their own will"
        + (isShown
            ? ": " + percent(count.told() / (double) count.people()) + " of all the last time"
            : "; how many is not shown, since a group has fewer than "
                + watched.plan().smallest()
                + " people");
  }

  /// What every group got, and how that went.
  List<Chart> charts() {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Chart> charts = new ArrayList<>();
    charts.add(dots());
    watched.plan().groups().stream()
        .filter(group -> moments(group).size() > 1)
        .limit(PICTURES)
        .forEach(group -> charts.add(band(group)));
    return charts;
  }

  private Chart dots() {
    Map<String, Found> latest =
        rows.stream()
            .filter(row -> row.epoch() == rows.getLast().epoch())
            .collect(Collectors.toMap(row -> row.found().group(), Row::found));
    return Chart.question("What does each group get?")
        .answer(sentence())
        .unit(isOfProviders() ? "times its fair share" : unit())
        .uncertain("The faded part is where the true mean lies, at every moment at once")
        .source("what was shown from " + When.day(rows.getFirst().day()) + " on")
        .dots(
            new Dots(
                watched.plan().groups().stream()
                    .map(group -> line(group, Optional.ofNullable(latest.get(group))))
                    .toList(),
                isOfProviders()
                    ? Optional.of(new Dots.Mark("fair share", 1))
                    : latest.values().stream()
                        .findFirst()
                        .map(one -> new Dots.Mark("all together, the last time", one.expected()))));
  }

  private boolean isOfProviders() {
    return switch (watched.whom()) {
      case Watched.Whom.Providers _ -> true;
      case Watched.Whom.People _ -> false;
    };
  }

  private Dots.Line line(String group, Optional<Found> found) {
    String label = watched.label(group);
    if (found.isEmpty()) {
      return new Dots.Hidden(label, "fewer than " + watched.plan().smallest() + " people");
    }
    Found one = found.get();
    if (isOfProviders() && one.expected() == 0) {
      return new Dots.Hidden(label, "it has nothing to show");
    }
    double whole = isOfProviders() ? one.expected() : 1;
    return new Dots.Shown(
        label,
        one.people(),
        one.soFar() / whole,
        one.likely().low() / whole,
        one.likely().high() / whole);
  }

  private List<Row> moments(String group) {
    return rows.stream().filter(row -> row.found().group().equals(group)).toList();
  }

  private Chart band(String group) {
    List<Row> own = moments(group);
    Found last = own.getLast().found();
    return Chart.question("How did that go for " + watched.label(group) + "?")
        .answer(
            "The mean so far is "
                + percent(last.soFar())
                + "; on the last day it was "
                + percent(last.mean())
                + (isOfProviders() ? ", and fair would be " + percent(last.expected()) : "")
                + ".")
        .unit(unit())
        .uncertain("The faded part is where the true mean lies, at every moment at once")
        .source("what was shown from " + When.day(rows.getFirst().day()) + " on")
        .band(
            new Band(
                own.stream()
                    .map(row ->
                        new Band.Moment(
                            When.day(row.day()),
                            row.found().likely().low(),
                            row.found().soFar(),
                            row.found().likely().high()))
                    .toList(),
                isOfProviders()
                    ? Optional.of(new Dots.Mark("fair share", last.expected()))
                    : Optional.empty()));
  }
}
