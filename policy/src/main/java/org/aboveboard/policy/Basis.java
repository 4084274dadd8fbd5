package org.aboveboard.policy;

/// The legal ground a purpose rests on.
public enum Basis {
  /// The subject said yes, and can take it back.
  CONSENT,
  /// Needed to do what the subject ordered.
  CONTRACT,
  /// The law demands it.
  LEGAL_OBLIGATION,
  /// The organisation's own interest; the subject can object.
  LEGITIMATE_INTEREST
}
