package org.aboveboard.policy;

import java.util.Map;

/// The least shares of the first places of every list, for groups of providers.
///
/// @param shares by the value of the group
public record AtLeast(String groups, Map<String, Double> shares) {
  public AtLeast {
    shares = Map.copyOf(shares);
  }
}
