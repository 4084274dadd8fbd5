package org.aboveboard.policy;

/// The answer a surface gives when no purpose allows a personal one.
public enum Fallback {
  /// What most people took in the surface's window.
  POPULAR,
  /// A list chosen by people.
  EDITORIAL,
  /// Neighbours of what is being looked at, nothing stored.
  CONTEXT
}
