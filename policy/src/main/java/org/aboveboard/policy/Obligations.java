package org.aboveboard.policy;

import java.time.Period;
import java.util.Set;

/// What goes with an allowance: these fields and signals, kept this long, and nothing else.
///
/// @param fields ids of fields, each an event's id, a dot and the field's name
/// @param signals ids of signals
public record Obligations(Set<String> fields, Period keep, Set<String> signals) {
  public Obligations {
    fields = Set.copyOf(fields);
    signals = Set.copyOf(signals);
  }
}
