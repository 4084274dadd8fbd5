package org.aboveboard.policy;

/// What is about to be done with a subject's data under a purpose.
public enum Use {
  /// Keep an event.
  COLLECT,
  /// Answer at a surface.
  SERVE,
  /// Say why an answer was given.
  EXPLAIN,
  /// Learn from many subjects.
  TRAIN,
  /// Measure or check.
  AUDIT,
  /// Hand to somebody outside.
  DISCLOSE
}
