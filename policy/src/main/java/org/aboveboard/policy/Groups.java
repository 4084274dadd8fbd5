package org.aboveboard.policy;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Groups of providers, told apart by an attribute of the catalogue.
///
/// @param values what the attribute may say, in whose order the groups are shown
/// @param target whose share of exposure is the fair one
public record Groups(
    String id, Text label, String attribute, Map<String, Text> values, Target target) {
  public Groups {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /// The group of what has these attributes; none where it says nothing that is declared.
  public Optional<String> of(Map<String, String> attributes) {
    return Optional.ofNullable(attributes.get(attribute)).filter(values::containsKey);
  }

  /// What the fair share of a group follows from.
  public enum Target {
    /// Its part of what can be had.
    CATALOGUE,
    /// Its part of what people chose.
    CONSUMPTION
  }
}
