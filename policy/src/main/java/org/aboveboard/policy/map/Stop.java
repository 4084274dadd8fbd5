package org.aboveboard.policy.map;

/// A place in a lane: a box, or room for a line that passes.
public sealed interface Stop permits Box, Pass {
  String id();

  Lane lane();
}
