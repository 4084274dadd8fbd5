package org.aboveboard.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which roles must agree to a change, by the way it goes.
public record Matrix(Map<Turn, List<String>> roles) {
  public Matrix {
    var copy = new EnumMap<Turn, List<String>>(Turn.class);
    roles.forEach((turn, needed) -> copy.put(turn, List.copyOf(needed)));
    roles = Map.copyOf(copy);
  }

  /// Whose agreement a change needs.
  public List<String> of(Turn turn) {
    return roles.getOrDefault(turn, List.of());
  }
}
