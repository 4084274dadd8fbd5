package org.aboveboard.policy.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/// The lines that lead to one box and away from it, for the purposes it is there for.
record Around(Box box, List<Edge> all) {

  List<Edge> lines() {
    var near = new ArrayList<>(reached(Edge::to, Edge::from));
    near.addAll(reached(Edge::from, Edge::to));
    return near;
  }

  /// Follows lines of the same purposes from their near ends to their far ends.
  private List<Edge> reached(Function<Edge, String> near, Function<Edge, String> far) {
    var reached = new ArrayList<Edge>();
    var known = new HashSet<>(List.of(box.id()));
    var fresh = List.copyOf(known);
    while (!fresh.isEmpty()) {
      var at = fresh;
      var next =
          all.stream()
              .filter(edge -> at.contains(near.apply(edge)))
              .filter(edge -> edge.purposes().stream().anyMatch(box.purposes()::contains))
              .toList();
      reached.addAll(next);
      fresh = next.stream().map(far).filter(known::add).toList();
    }
    return reached;
  }
}
