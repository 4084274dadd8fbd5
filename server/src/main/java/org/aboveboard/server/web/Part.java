package org.aboveboard.server.web;

import java.util.Optional;

/// One summand of a score: an own act of the person, or a named adjustment.
///
/// @param control the press that takes it back, for an own act
public record Part(String label, double value, Optional<Act> control) {
  public static Part of(String label, double value) {
    return new Part(label, value, Optional.empty());
  }
}
