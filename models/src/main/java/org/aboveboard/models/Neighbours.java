package org.aboveboard.models;

/// A way of giving each item its few neighbours, whose weights its score is the sum of.
public sealed interface Neighbours permits ItemKnn, LocalRidge {
  /// How many neighbours an item has at most.
  int neighbours();
}
