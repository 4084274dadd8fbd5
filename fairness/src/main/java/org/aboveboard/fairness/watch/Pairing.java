package org.aboveboard.fairness.watch;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes pairs of an unordered stream: each group has a stream of its own, in which its outcomes
/// meet those of the others, first come, first paired. Which outcomes meet depends on the order in
/// which they come and never on their values, or no bet on the pairs would be fair.
///
/// Of each person the first outcome in an epoch counts, since one person's outcomes resemble each
/// other. Who was there is kept for the open epoch alone. With two groups both streams hold the
/// same pairs turned round: watch one of them, unless the claim is about a share.
public final class Pairing {
  private final Setting setting;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<ArrayDeque<Double>>> waiting;
  private final int[] turns;
  private final Set<Long> seen;
  private long epoch;
  private Left left;

  /// Whom the outcomes of a group meet.
  public enum Against {
    /// Each other group in turn, so that a large one does not speak for all.
    ROTATING,
    /// All others together, as they come.
    POOLED
  }

  /// @param groups 2 to 64
  /// @param queue how many outcomes wait at most for another; the oldest is dropped
  /// @param people how many people of one epoch are taken at most, in order of coming
  public record Setting(List<String> groups, Against against, int queue, int people) {
    public Setting {
      groups = List.copyOf(groups);
      if (groups.size() < 2 || groups.size() > 64 || Set.copyOf(groups).size() < groups.size()) {
        throw new IllegalArgumentException(
            "pairs are made between 2 to 64 different groups: merge small ones");
      }
      if (queue < 1 || people < 1) {
        throw new IllegalArgumentException("a queue and an epoch have room for 1 or more");
      }
    }

    public static Setting of(List<String> groups, Against against) {
      return new Setting(groups, against, 256, 100_000);
    }
  }

  /// What was left out, and why.
  ///
  /// @param repeated outcomes of people who had one in the epoch
  /// @param late outcomes of an epoch that is over
  /// @param crowded outcomes for which there was no room
  public record Left(long repeated, long late, long crowded) {}

  private Pairing(State state) {
    setting = state.setting();
    setting.groups().forEach(group -> numbers.put(group, numbers.size()));
    waiting = state.waiting().stream().map(Pairing::queues).toList();
    turns = state.turns().stream().mapToInt(Integer::intValue).toArray();
    seen = new HashSet<>(state.seen());
    epoch = state.epoch();
    left = state.left();
  }

  public static Pairing of(Setting setting) {
    return of(State.before(setting));
  }

  public static Pairing of(State state) {
    return new Pairing(state);
  }

  /// Takes an outcome, and gives the pairs that it completes, at most one in each stream.
  ///
  /// @param person any number that stands for one person within the epoch
  public List<Pair> enter(String group, long person, long epoch, double value) {
    Unit.outcome(value);
    int number =
        Optional.ofNullable(numbers.get(group))
            .orElseThrow(
                () -> new IllegalArgumentException("a group that was not declared: add it"));
    return counts(person, epoch) ? pairs(number, value) : List.of();
  }

  private boolean counts(long person, long of) {
    if (of > epoch) {
      epoch = of;
      seen.clear();
    }
    if (of < epoch) {
      left = new Left(left.repeated, left.late + 1, left.crowded);
    } else if (seen.contains(person)) {
      left = new Left(left.repeated + 1, left.late, left.crowded);
    } else if (seen.size() >= setting.people()) {
      left = new Left(left.repeated, left.late, left.crowded + 1);
    } else {
      return seen.add(person);
    }
    return false;
  }

  private List<Pair> pairs(int group, double value) {
    int groups = turns.length;
    for (int stream = 0; stream < groups; stream++) {
      var queue = waiting.get(stream).get(slot(stream, group));
      queue.add(value);
      if (queue.size() > setting.queue()) {
        queue.remove();
      }
    }
    return IntStream.range(0, groups).boxed().flatMap(stream -> pair(stream).stream()).toList();
  }

  private int slot(int stream, int group) {
    boolean isApart = group == stream || setting.against() == Against.ROTATING;
    return isApart ? group : (stream + 1) % turns.length;
  }

  private Optional<Pair> pair(int stream) {
    var queues = waiting.get(stream);
    if (queues.get(stream).isEmpty()) {
      return Optional.empty();
    }
    for (int step = 1; step <= turns.length; step++) {
      int other = (turns[stream] + step) % turns.length;
      if (other != stream && !queues.get(other).isEmpty()) {
        turns[stream] = other;
        var group = setting.groups().get(stream);
        return Optional.of(
            new Pair(group, queues.get(stream).remove(), queues.get(other).remove()));
      }
    }
    return Optional.empty();
  }

  public Left left() {
    return left;
  }

  public State state() {
    return new State(
        setting,
        epoch,
        Set.copyOf(seen),
        waiting.stream()
            .map(queues -> queues.stream().<List<Double>>map(List::copyOf).toList())
            .toList(),
        IntStream.of(turns).boxed().toList(),
        left);
  }

  private static List<ArrayDeque<Double>> queues(List<List<Double>> saved) {
    return saved.stream().map(ArrayDeque::new).toList();
  }

  /// All that there is to save.
  ///
  /// @param waiting for each stream, for each group, what waits
  /// @param turns for each stream the group that was last met
  public record State(
      Setting setting,
      long epoch,
      Set<Long> seen,
      List<List<List<Double>>> waiting,
      List<Integer> turns,
      Left left) {
    static State before(Setting setting) {
      var groups = setting.groups();
      var none = groups.stream().map(_ -> List.<Double>of()).toList();
      return new State(
          setting,
          Long.MIN_VALUE,
          Set.of(),
          groups.stream().map(_ -> none).toList(),
          Stream.iterate(0, number -> number + 1).limit(groups.size()).toList(),
          new Left(0, 0, 0));
    }
  }
}
