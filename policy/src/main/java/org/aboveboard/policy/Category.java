package org.aboveboard.policy;

import java.util.Optional;

/// A kind of personal data, named as a person would name it ("reading history").
///
/// @param parent the wider kind it is part of; what is forbidden for that is forbidden for this
/// @param aliases what other vocabularies call it
public record Category(
    String id,
    Text label,
    Sensitivity sensitivity,
    Provenance provenance,
    Optional<String> parent,
    Aliases aliases) {

  /// Whether it can do more harm than other data to the person it is about.
  public boolean isSensitive() {
    return sensitivity == Sensitivity.SENSITIVE;
  }
}
