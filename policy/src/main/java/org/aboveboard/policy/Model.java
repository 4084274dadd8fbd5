package org.aboveboard.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Something that is learnt from many people's acts, and what may and may not go into it.
///
/// @param purposes those it works for; a purpose trains nothing else
/// @param inputs the signals it is made of
/// @param prohibited categories that must never go into it, with all that are part of them
/// @param limits the figures that a release must keep to
/// @param overriddenBy the roles that may, for a time and in the open, let one through that does
///   not
public record Model(
    String id,
    Text label,
    Text sentence,
    String owner,
    Set<String> purposes,
    Set<String> inputs,
    Set<String> prohibited,
    Set<Limit> limits,
    Set<String> overriddenBy) {

  public Model {
    purposes = Set.copyOf(purposes);
    inputs = Set.copyOf(inputs);
    prohibited = Set.copyOf(prohibited);
    limits = Set.copyOf(limits);
    overriddenBy = Set.copyOf(overriddenBy);
  }

  /// The limits that a release must show; how many people a reason rests on is kept with every
  /// answer instead.
  public List<Limit> gates() {
    return limits.stream()
        .filter(limit -> limit.figure() != Figure.SUPPORT)
        .sorted(Comparator.comparing(Limit::figure))
        .toList();
  }

  /// A figure and how low or high it may be.
  ///
  /// @param bound whether the value is the least or the most that is allowed
  public record Limit(Figure figure, Bound bound, double value) {
    /// Whether a measured value is on the allowed side.
    public boolean allows(double measured) {
      return switch (bound) {
        case AT_LEAST -> measured >= value;
        case AT_MOST -> measured <= value;
      };
    }
  }

  /// Which side of a value is allowed.
  public enum Bound {
    AT_LEAST,
    AT_MOST
  }
}
