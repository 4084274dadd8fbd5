package org.aboveboard.server.optout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What consent objects say of categories, by the names that their tool gives them, in any case.
///
/// @param allowed by category, in small letters; where two said different things of one, the no
///   stands
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
    yes.forEach(category -> allowed.put(folded(category), true));
    no.forEach(category -> allowed.put(folded(category), false));
    Set<String> conflicts = folded(yes);
    conflicts.retainAll(folded(no));
    return new Preferences(allowed, conflicts, refusesAll);
  }

  /// Whether they say no to this category.
  public boolean refuses(String category) {
    return refusesAll || !allowed.getOrDefault(folded(category), true);
  }

  /// The categories they say no to by name.
  public Set<String> refused() {
    return allowed.keySet().stream().filter(this::refuses).collect(Collectors.toSet());
  }

  private static Set<String> folded(Set<String> categories) {
    return categories.stream().map(Preferences::folded).collect(Collectors.toSet());
  }

  private static String folded(String category) {
    return category.toLowerCase(Locale.ROOT);
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
