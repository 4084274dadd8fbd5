package org.aboveboard.fairness.watch;

/// An outcome of a group and one of the others, to be bet on.
///
/// @param group whose stream it belongs to
public record Pair(String group, double own, double other) {}
