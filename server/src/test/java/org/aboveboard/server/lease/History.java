package org.aboveboard.server.lease;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// What was done to one consent and what was answered about it, each with the ticks at which it was
/// asked for and answered.
///
/// The consent is a register that is linearizable as far as people are promised it (Herlihy and
/// Wing, "Linearizability", TOPLAS 1990): an allowance needs a yes that may have come after every
/// withdrawal that was acknowledged before it was asked for. Which of two choices came first, the
/// journal says.
final class History {
  private final List<Step> steps = new ArrayList<>();

  /// What was asked for.
  enum Kind {
    GIVE,
    WITHDRAW,
    ALLOWED
  }

  /// @param index of a choice in the journal; of one whose answer was lost, the last there can be
  record Step(Kind kind, long asked, long answered, long index) {}

  void add(Step step) {
    steps.add(step);
  }

  void addAll(History other) {
    steps.addAll(other.steps);
  }

  List<Step> steps(Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).toList();
  }

  /// The allowances that must not have been.
  List<Step> wrong() {
    Last withdrawn = new Last(steps(Kind.WITHDRAW), Step::answered, 0);
    Last given = new Last(steps(Kind.GIVE), Step::asked, -1);
    Predicate<Step> isWrong =
        step -> given.before(step.answered()) < withdrawn.before(step.asked());
    return steps(Kind.ALLOWED).stream().filter(isWrong).toList();
  }

  /// The highest index among the choices whose tick is before a given one.
  private static final class Last {
    private final long[] ticks;
    private final long[] highest;
    private final long none;

    Last(List<Step> choices, ToLongFunction<Step> tick, long none) {
      List<Step> inOrder = choices.stream().sorted(Comparator.comparingLong(tick)).toList();
      this.ticks = inOrder.stream().mapToLong(tick).toArray();
      this.highest = inOrder.stream().mapToLong(Step::index).toArray();
      this.none = none;
      for (int i = 1; i < highest.length; i++) {
        highest[i] = Math.max(highest[i], highest[i - 1]);
      }
    }

    long before(long tick) {
      int found = Arrays.binarySearch(ticks, tick);
      int count = found < 0 ? -found - 1 : found;
      return count == 0 ? none : highest[count - 1];
    }
  }
}
