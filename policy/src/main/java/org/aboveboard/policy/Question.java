package org.aboveboard.policy;

import java.util.Optional;

/// "May this subject's data be used so, for this purpose?"
///
/// @param subject the inner number of the person
/// @param surface where the answer will be seen; serving a personal answer needs one
/// @param optOuts what the browser or another consent tool sent with the request
/// @param demonstration whether this is a demonstration, where borrowed consents count
public record Question(
    long subject,
    Purpose purpose,
    Use use,
    Optional<String> surface,
    OptOuts optOuts,
    boolean demonstration) {

  @Override
  public String toString() {
    return "Question";
  }
}
