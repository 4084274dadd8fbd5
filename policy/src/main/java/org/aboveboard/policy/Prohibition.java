package org.aboveboard.policy;

import java.util.Set;

/// Something that is never done with some data, whoever agrees to it.
///
/// @param categories those it covers, with all that are part of them, also later ones
/// @param uses what is never done
/// @param purposes for which it is never done; empty for none at all
public record Prohibition(
    String id, Text label, Set<String> categories, Set<Use> uses, Set<String> purposes) {

  public Prohibition {
    categories = Set.copyOf(categories);
    uses = Set.copyOf(uses);
    purposes = Set.copyOf(purposes);
  }

  boolean isAbout(String purpose, Use use) {
    return uses.contains(use) && (purposes.isEmpty() || purposes.contains(purpose));
  }
}
