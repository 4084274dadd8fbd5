package org.aboveboard.fairness;

/// What may be shown of one group: its mean with its error, or that it is withheld.
public sealed interface GroupMean {
  String group();

  /// The group is large enough to be shown.
  ///
  /// @param people how many people the group has
  /// @param mean the mean of their values
  /// @param error the standard error of the mean, from the spread with n − 1
  record Shown(String group, int people, double mean, double error) implements GroupMean {}

  /// The group is too small to be shown, or would give one away that is. Not even its size is told.
  record Withheld(String group) implements GroupMean {}
}
