package org.aboveboard.policy.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.map.Edge.Leg;

/// The order of the stops in each lane, chosen so that few lines cross.
///
/// To find the best order is NP-hard even for two lanes, so this is the barycentre heuristic of K.
/// Sugiyama, S. Tagawa and M. Toda, *Methods for Visual Understanding of Hierarchical System
/// Structures*, IEEE Transactions on Systems, Man, and Cybernetics 11(2), 1981: sweep over the
/// lanes, and sort each by the mean place of every stop's neighbours in the lane that was sorted
/// before it; first from left to right, then back, until nothing gets better. Stops without a
/// neighbour there, and ties, stay as they were. The best order that was met is taken, the
/// alphabetical one among them, so the result never has more crossings than that; and nothing
/// depends on chance, so the same declaration always looks the same.
final class Order {
  private static final int MOST_SWEEPS = 24;
  private static final int PATIENCE = 4;

  private final List<Leg> legs;
  private final Map<String, List<String>> before = new HashMap<>();
  private final Map<String, List<String>> after = new HashMap<>();

  private Order(List<Leg> legs) {
    this.legs = legs;
    legs.forEach(leg -> {
      after.computeIfAbsent(leg.from(), _ -> new ArrayList<>()).add(leg.to());
      before.computeIfAbsent(leg.to(), _ -> new ArrayList<>()).add(leg.from());
    });
  }

  /// @param lanes the ids in each lane, alphabetically
  static List<List<String>> of(List<List<String>> lanes, List<Leg> legs) {
    return new Order(legs.stream().distinct().toList()).best(lanes);
  }

  private List<List<String>> best(List<List<String>> alphabetical) {
    var best = alphabetical;
    var fewest = crossings(best);
    var order = alphabetical;
    var inVain = 0;
    for (int sweep = 0; sweep < MOST_SWEEPS && inVain < PATIENCE && fewest > 0; sweep++) {
      order = sweep % 2 == 0 ? rightwards(order) : leftwards(order);
      var crossings = crossings(order);
      inVain = crossings < fewest ? 0 : inVain + 1;
      best = crossings < fewest ? order : best;
      fewest = Math.min(crossings, fewest);
    }
    return best;
  }

  private List<List<String>> rightwards(List<List<String>> order) {
    var next = new ArrayList<>(order);
    for (int lane = 1; lane < next.size(); lane++) {
      next.set(lane, sorted(next.get(lane), places(next.get(lane - 1)), before));
    }
    return next;
  }

  private List<List<String>> leftwards(List<List<String>> order) {
    var next = new ArrayList<>(order);
    for (int lane = next.size() - 2; lane >= 0; lane--) {
      next.set(lane, sorted(next.get(lane), places(next.get(lane + 1)), after));
    }
    return next;
  }

  /// Sorts those that have neighbours among the places that such stops hold now.
  private static List<String> sorted(
      List<String> lane, Map<String, Integer> fixed, Map<String, List<String>> neighbours) {
    var movable = lane.stream().filter(neighbours::containsKey).toList();
    var sorted =
        movable.stream()
            .sorted(
                Comparator.comparingDouble(
                    id -> mean(neighbours.getOrDefault(id, List.of()), fixed)))
            .iterator();
    return lane.stream().map(id -> neighbours.containsKey(id) ? sorted.next() : id).toList();
  }

  private static double mean(List<String> ids, Map<String, Integer> places) {
    return ids.stream().mapToInt(id -> place(places, id)).average().orElse(0);
  }

  private long crossings(List<List<String>> order) {
    return crossings(order, legs);
  }

  static long crossings(List<List<String>> order, List<Leg> legs) {
    var crossings = 0L;
    for (int lane = 0; lane + 1 < order.size(); lane++) {
      var left = places(order.get(lane));
      var right = places(order.get(lane + 1));
      crossings +=
          Crossings.count(
              legs.stream()
                  .filter(leg -> left.containsKey(leg.from()))
                  .map(leg -> new Crossings.Line(place(left, leg.from()), place(right, leg.to())))
                  .toList());
    }
    return crossings;
  }

  private static Map<String, Integer> places(List<String> lane) {
    var places = new HashMap<String, Integer>();
    lane.forEach(id -> places.put(id, places.size()));
    return places;
  }

  private static int place(Map<String, Integer> places, String id) {
    return Optional.ofNullable(places.get(id)).orElseThrow();
  }
}
