package org.aboveboard.policy;

import static java.util.Collections.unmodifiableSortedSet;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What other vocabularies and other consent tools call a declared thing.
///
/// @param fideslang keys of the fideslang taxonomy, such as `user.behavior.purchase_history`
/// @param dpv terms of the Data Privacy Vocabulary, such as `pd:Purchase`
/// @param tcf purposes of the Transparency and Consent Framework that it needs, by number
/// @param names how consent tools of the ecosystem name it, such as `personalization`
public record Aliases(
    List<String> fideslang, List<String> dpv, SortedSet<Integer> tcf, Set<String> names) {
  private static final Aliases NONE = new Aliases(List.of(), List.of(), new TreeSet<>(), Set.of());

  public Aliases {
    fideslang = List.copyOf(fideslang);
    dpv = List.copyOf(dpv);
    tcf = unmodifiableSortedSet(new TreeSet<>(tcf));
    names = Set.copyOf(names);
  }

  /// It is called nothing else anywhere.
  public static Aliases none() {
    return NONE;
  }

  /// Whether another tool's name means it.
  public boolean include(String name) {
    return names.contains(name) || fideslang.contains(name);
  }
}
