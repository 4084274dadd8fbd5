package org.aboveboard.server.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aboveboard.fairness.Floor;
import org.aboveboard.fairness.watch.Claim;
import org.aboveboard.fairness.watch.Interval;
import org.aboveboard.fairness.watch.Pair;
import org.aboveboard.fairness.watch.Pairing;
import org.aboveboard.fairness.watch.RunningMean;
import org.aboveboard.server.monitor.Lane.Turn;
import org.aboveboard.server.monitor.Reading.Person;

/// How a monitor goes on from one epoch to the next. It takes what was read of an epoch in order of
/// coming, and never looks at a value before it has decided what the value is paired with.
final class Course {
  private final Plan plan;
  private final Map<String, Lane> lanes = new TreeMap<>();
  private final Map<String, Drawn> drawn = new TreeMap<>();
  private final Optional<Pairing> pairing;
  private Count count;

  /// What a monitor is made of.
  ///
  /// @param groups all of them
  /// @param streams the groups that have a test each
  /// @param isPaired whether people of one group are held against people of others, rather than
  ///   what each person was shown against what is fair
  /// @param alpha the chance that any of the tests ever raises a false alarm
  /// @param smallest groups of fewer people are not shown
  record Plan(
      List<String> groups,
      List<String> streams,
      boolean isPaired,
      Claim claim,
      double alpha,
      int smallest) {
    Plan {
      groups = List.copyOf(groups);
      streams = List.copyOf(streams);
    }

    double alphaOfEach() {
      return alpha / streams.size();
    }
  }

  /// Whom the last epoch was about.
  ///
  /// @param people how many had been shown something
  /// @param told how many of them could be sorted into a group
  /// @param unread how many had been shown nothing that belongs to a group
  record Count(long people, long told, long unread) {}

  /// All that there is to save. Of people there is nothing in it: of those who wait for somebody of
  /// another group, their values alone.
  record State(
      Map<String, Lane.State> lanes,
      Map<String, RunningMean.State> drawn,
      Optional<Pairing.State> pairing,
      Count count) {
    State {
      lanes = Collections.unmodifiableMap(new TreeMap<>(lanes));
      drawn = Collections.unmodifiableMap(new TreeMap<>(drawn));
    }
  }

  /// What is shown of a group.
  ///
  /// @param mean of the epoch
  /// @param expected what is fair
  /// @param soFar the mean since the monitor began
  /// @param likely where the true mean lies, at every moment at once
  record Found(
      String group, long people, double mean, double expected, double soFar, Interval likely) {}

  /// What changed in a stream.
  record Turned(String stream, Turn turn) {}

  /// What an epoch brought.
  record Closed(List<Found> found, List<Turned> turned) {
    Closed {
      found = List.copyOf(found);
      turned = List.copyOf(turned);
    }
  }

  private Course(Plan plan, State state) {
    this.plan = plan;
    state.lanes().forEach((stream, lane) -> lanes.put(stream, Lane.of(lane)));
    state.drawn().forEach((group, one) -> drawn.put(group, Drawn.of(one)));
    this.pairing = state.pairing().map(Pairing::of);
    this.count = state.count();
  }

  static Course of(Plan plan, State state) {
    return new Course(plan, state);
  }

  static State begin(Plan plan) {
    var lanes = new TreeMap<String, Lane.State>();
    plan.streams()
        .forEach(stream -> lanes.put(stream, Lane.begin(plan.claim(), plan.alphaOfEach())));
    var drawn = new TreeMap<String, RunningMean.State>();
    plan.groups()
        .forEach(group -> drawn.put(group, Drawn.begin(plan.alpha() / plan.groups().size())));
    var setting = Pairing.Setting.of(plan.groups(), Pairing.Against.ROTATING);
    return new State(
        lanes,
        drawn,
        plan.isPaired() ? Optional.of(Pairing.of(setting).state()) : Optional.empty(),
        new Count(0, 0, 0));
  }

  Closed close(long epoch, Reading reading, Instant now) {
    List<Turned> turned = new ArrayList<>();
    Set<String> few = few(reading);
    for (int person = 0; person < reading.people().size(); person++) {
      for (Pair pair : pairs(epoch, person, reading, few)) {
        Optional.ofNullable(lanes.get(pair.group()))
            .flatMap(lane -> lane.see(pair.other(), pair.own(), now))
            .ifPresent(turn -> turned.add(new Turned(pair.group(), turn)));
      }
    }
    count = new Count(reading.all(), reading.people().size(), reading.unread());
    return new Closed(found(reading), turned);
  }

  /// The groups of too few people in an epoch. They are compared with nobody, or an alarm would
  /// tell of them; how many came does not depend on what they were shown.
  private Set<String> few(Reading reading) {
    Map<String, Long> people = counted(reading);
    people.values().removeIf(many -> many >= plan.smallest());
    return people.keySet();
  }

  /// How many people each group has that anybody is in.
  private static Map<String, Long> counted(Reading reading) {
    Map<String, Long> people = new TreeMap<>();
    reading
        .people()
        .forEach(one -> one.values().keySet().forEach(group -> people.merge(group, 1L, Long::sum)));
    return people;
  }

  private List<Pair> pairs(long epoch, int number, Reading reading, Set<String> few) {
    Person person = reading.people().get(number);
    return pairing
        .map(queue ->
            person.values().entrySet().stream()
                .filter(one -> !few.contains(one.getKey()))
                .flatMap(one -> queue.enter(one.getKey(), number, epoch, one.getValue()).stream())
                .toList())
        .orElseGet(() ->
            reading.people().size() < plan.smallest()
                ? List.of()
                : within(person, reading.target()));
  }

  /// What one person was shown of each group, against what is fair: both of the pair are of the one
  /// person, so that how much somebody looks at is of no matter.
  private List<Pair> within(Person person, Map<String, Double> target) {
    return plan.streams().stream()
        .filter(stream -> isShared(target.getOrDefault(stream, 0.0)))
        .map(stream ->
            pair(
                stream,
                person.values().getOrDefault(stream, 0.0),
                target.getOrDefault(stream, 0.0)))
        .toList();
  }

  /// Where one group has all or nothing there is nobody to be held against.
  private static boolean isShared(double share) {
    return share > 0 && share < 1;
  }

  private Pair pair(String stream, double got, double fair) {
    double scale = scale(fair);
    return new Pair(stream, got * (1 - fair) * scale, (1 - got) * fair * scale);
  }

  /// A ratio stays what it is however both are stretched; a difference would not.
  private double scale(double share) {
    return switch (plan.claim()) {
      case Claim.AtLeast _ -> 1 / Math.max(share, 1 - share);
      case Claim.Within _ -> 1;
    };
  }

  private List<Found> found(Reading reading) {
    Map<String, Long> people = counted(reading);
    Map<String, Double> sums = new TreeMap<>();
    reading
        .people()
        .forEach(
            one -> one.values().forEach((group, value) -> sums.merge(group, value, Double::sum)));
    Set<String> withheld = withheld(people);
    people.keySet().removeAll(withheld);
    reading.people().forEach(person -> draw(person, people.keySet()));
    double of = people.values().stream().mapToLong(Long::longValue).sum();
    double all = people.keySet().stream().mapToDouble(group -> sums.getOrDefault(group, 0.0)).sum();
    return people.entrySet().stream()
        .map(one -> {
          String group = one.getKey();
          double mean = sums.getOrDefault(group, 0.0) / one.getValue();
          double fair = plan.isPaired() ? all / of : reading.target().getOrDefault(group, 0.0);
          return found(group, one.getValue(), mean, fair);
        })
        .toList();
  }

  private Set<String> withheld(Map<String, Long> people) {
    return new Floor(plan.smallest()).withheld(people);
  }

  /// Epochs in which a group is too small to be shown are not in what is drawn of it either, or two
  /// pictures would tell of the few between them.
  private void draw(Person person, Set<String> shown) {
    person
        .values()
        .forEach((group, value) -> {
          if (shown.contains(group)) {
            drawn(group).see(value);
          }
        });
  }

  private Found found(String group, long people, double mean, double expected) {
    Drawn one = drawn(group);
    return new Found(group, people, mean, expected, one.mean(), one.interval());
  }

  private Drawn drawn(String group) {
    return Optional.ofNullable(drawn.get(group))
        .orElseThrow(() -> new IllegalArgumentException("a group that was not declared: " + group));
  }

  State state() {
    var lane = new TreeMap<String, Lane.State>();
    lanes.forEach((stream, one) -> lane.put(stream, one.state()));
    var draw = new TreeMap<String, RunningMean.State>();
    drawn.forEach((group, one) -> draw.put(group, one.state()));
    return new State(lane, draw, pairing.map(Course::withoutPeople), count);
  }

  /// The numbers of those who were there in the epoch are of no use after it.
  private static Pairing.State withoutPeople(Pairing pairing) {
    var state = pairing.state();
    return new Pairing.State(
        state.setting(), state.epoch(), Set.of(), state.waiting(), state.turns(), state.left());
  }
}
