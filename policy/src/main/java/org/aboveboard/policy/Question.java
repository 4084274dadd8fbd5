package org.aboveboard.policy;

import java.util.Optional;

/// "May this subject's data be used so, for this purpose?"
///
/// @param subject the inner number of the person
/// @param surface where the answer will be seen; serving a personal answer needs one
public record Question(
    long subject, Purpose purpose, Use use, Optional<String> surface, Circumstances circumstances) {

  @Override
  public String toString() {
    return "Question";
  }
}
