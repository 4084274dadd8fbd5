package org.aboveboard.policy;

import java.util.Optional;

/// A kind of event as learning sees it: the verb its reasons use and a small whole weight.
///
/// Weights are integers so that what is learnt can be unlearnt exactly.
///
/// @param verb in the past tense, as in "you *bought* this"
/// @param weight one or more
/// @param counts which events count; absent, all of them do
public record Signal(String id, Text verb, int weight, Optional<Threshold> counts) {

  /// The least value of an event's field for which the event counts, as in "rated four or more".
  public record Threshold(String field, double atLeast) {
    public boolean isMetBy(double value) {
      return value >= atLeast;
    }
  }
}
