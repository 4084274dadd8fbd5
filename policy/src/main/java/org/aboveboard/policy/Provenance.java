package org.aboveboard.policy;

/// How data came to be: given by the subject, seen by us, or guessed from other data.
public enum Provenance {
  PROVIDED,
  OBSERVED,
  INFERRED
}
