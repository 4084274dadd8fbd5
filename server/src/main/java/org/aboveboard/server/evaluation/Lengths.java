package org.aboveboard.server.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.models.Protocol.Served;
import org.aboveboard.models.Row;
import org.aboveboard.models.Split.Holdout;
import org.aboveboard.server.evaluation.Curve.Tried;

/// How much longer lists find, against what they do to providers and give away.
///
/// @param leaks what lists of each length give away of each group
record Lengths(Matter matter, Contest.Placed placed, Collection<Report.Leak> leaks, int length) {
  private static final List<Integer> LENGTHS = List.of(10, 20, 50, 100);
  private static final String OF = "the length of lists";
  private static final String UP = "share found of what was held back";

  /// All lengths that are tried, the declared one among them.
  static List<Integer> with(int declared) {
    return Stream.concat(LENGTHS.stream(), Stream.of(declared))
        .filter(k -> k <= LENGTHS.getLast())
        .distinct()
        .sorted()
        .toList();
  }

  List<Curve> all() {
    Attention attention = Attention.of(matter);
    Map<Integer, Double> worst =
        leaks.stream()
            .collect(Collectors.toMap(Report.Leak::listLength, Report.Leak::excess, Math::max));
    return List.of(
        curve(attention.words(), false, attention.why(), k -> attention.least(lists(k))),
        curve(
            "what lists give away of a group, beyond popular items",
            true,
            worst.isEmpty()
                ? "No group is large enough to be attacked, or nobody is in one."
                : "The worst of all groups that could be attacked.",
            k -> Optional.ofNullable(worst.get(k))));
  }

  private Curve curve(
      String across, boolean isLessBetter, String why, IntFunction<Optional<Double>> side) {
    List<Tried> tried =
        with(length).stream()
            .map(k ->
                new Tried(
                    String.format(Locale.ROOT, "%d items", k),
                    side.apply(k),
                    found(k),
                    k == length))
            .toList();
    return Curve.of(OF, placed.entrant().name(), across, isLessBetter, UP, why, tried);
  }

  private List<List<Integer>> lists(int k) {
    return placed.result().servedTest().stream()
        .map(one -> one.ranked().stream().limit(k).toList())
        .toList();
  }

  private double found(int k) {
    Map<String, Row> heldOut =
        matter.split().test().stream().collect(Collectors.toMap(Holdout::user, Holdout::heldOut));
    return placed.result().servedTest().stream()
        .mapToDouble(one -> found(one, heldOut.getOrDefault(one.user(), Row.empty()), k))
        .average()
        .orElse(0);
  }

  private static double found(Served one, Row heldOut, int k) {
    long hits = one.ranked().stream().limit(k).filter(heldOut::has).count();
    return (double) hits / heldOut.size();
  }
}
