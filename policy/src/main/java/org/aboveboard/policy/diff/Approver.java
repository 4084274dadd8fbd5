package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aboveboard.policy.Turn;

/// A role that must agree to a change.
///
/// What the version in force asks for cannot be undone by the version it is to agree to, and what
/// the new version asks for besides holds for itself already.
///
/// @param turns what it must agree to, gentlest first
public record Approver(String role, String label, List<Turn> turns) {
  public Approver {
    turns = List.copyOf(turns);
  }

  /// As a sentence lists one: "Data steward (narrowing, widening)".
  public String words() {
    return label + turns.stream().map(Spelled::word).collect(joining(", ", " (", ")"));
  }

  static List<Approver> of(Versions versions, Set<Turn> turns) {
    var needed = new ArrayList<Approver>();
    var roles = new TreeSet<String>();
    turns.forEach(turn -> roles.addAll(roles(versions, turn)));
    for (var role : roles) {
      var must = EnumSet.copyOf(turns);
      must.removeIf(turn -> !roles(versions, turn).contains(role));
      var label = versions.thing(Part.ROLE, role).label();
      needed.add(new Approver(role, label, List.copyOf(must)));
    }
    return needed;
  }

  private static Set<String> roles(Versions versions, Turn turn) {
    var roles = new TreeSet<>(versions.before().declared().changes().of(turn));
    roles.addAll(versions.after().declared().changes().of(turn));
    return roles;
  }
}
