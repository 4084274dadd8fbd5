package org.aboveboard.policy;

import java.util.Set;

/// What a member of staff answers for, and which uses of people's data go with it.
public record Role(String id, Text label, Set<Use> uses) {
  public Role {
    uses = Set.copyOf(uses);
  }
}
