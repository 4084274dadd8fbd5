package org.aboveboard.policy.read;

import java.util.List;
import org.aboveboard.policy.Policy;

/// A policy as it was read from a folder, with where everything stands in it.
public record ReadPolicy(Policy policy, Places places, List<Accepted> accepted) {
  public ReadPolicy {
    accepted = List.copyOf(accepted);
  }
}
