package org.aboveboard.server.optout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What consent objects say of categories, by the names that their tool gives them.
///
/// @param allowed by category; where two said different things of one, the no stands
/// @param conflicts the categories of which that was so
/// @param refusesAll whether they say no to whatever they do not name, too
public record Preferences(Map<String, Boolean> allowed, Set<String> conflicts, boolean refusesAll) {

  /// No consent object came.
  static final Preferences SILENT = new Preferences(Map.of(), Set.of(), false);

  /// They said no to everything.
  static final Preferences CLOSED = new Preferences(Map.of(), Set.of(), true);

  public Preferences {
    allowed = Map.copyOf(allowed);
    conflicts = Set.copyOf(conflicts);
  }

  /// What follows from all the yes and all the no of one transaction.
  static Preferences said(Set<String> yes, Set<String> no, boolean refusesAll) {
    Map<String, Boolean> allowed = new HashMap<>();
    yes.forEach(category -> allowed.put(category, true));
    no.forEach(category -> allowed.put(category, false));
    Set<String> conflicts = new HashSet<>(yes);
    conflicts.retainAll(no);
    return new Preferences(allowed, conflicts, refusesAll);
  }

  /// Whether they say no to this category.
  public boolean refuses(String category) {
    return refusesAll || !allowed.getOrDefault(category, true);
  }

  Preferences and(Preferences other) {
    Map<String, Boolean> both = new HashMap<>(allowed);
    Set<String> differing = new HashSet<>(conflicts);
    differing.addAll(other.conflicts);
    other.allowed.forEach((category, allows) -> {
      boolean own = allowed.getOrDefault(category, allows);
      both.put(category, own && allows);
      if (own != allows) {
        differing.add(category);
      }
    });
    return new Preferences(both, differing, refusesAll || other.refusesAll);
  }

  /// Prints no name of a stranger's category.
  @Override
  public String toString() {
    return "Preferences";
  }
}
