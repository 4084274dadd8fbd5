package org.aboveboard.policy.read;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aboveboard.policy.Matrix;
import org.aboveboard.policy.Turn;

/// Reads who must agree to what.
final class ChangesReader {
  static final Matrix NOBODYS = new Matrix(Map.of());

  private ChangesReader() {}

  /// @param approvers the roles whose signed approval an invasive purpose needs
  record Changes(Matrix matrix, List<String> approvers) {}

  static Changes read(Reading file) {
    var roles = new EnumMap<Turn, List<String>>(Turn.class);
    for (var turn : Turn.values()) {
      roles.put(turn, needed(file, Scalars.word(turn)));
    }
    var changes = new Changes(new Matrix(roles), needed(file, "invasive"));
    file.done();
    return changes;
  }

  private static List<String> needed(Reading file, String key) {
    var roles = file.links(key, Kind.ROLE);
    if (roles.isEmpty()) {
      file.fault(
          key, "Nobody has to agree to this.", "Name the roles that must: '[data-steward]'.");
    }
    return roles;
  }
}
