package org.aboveboard.server.recommend;

import java.util.Optional;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Personal;

/// An answered recommendation, durable before it is handed out.
///
/// @param denied why it is not personal, where a person was named and a purpose declared
@Personal
public record Answer(Recorded record, Optional<Denied> denied) {
  /// The purpose that could have served, and the rule that did not let it.
  ///
  /// @param change where the person can change that, if they can
  public record Denied(String purpose, Decision.Deny deny, Optional<String> change) {}

  @Override
  public String toString() {
    return "Answer";
  }
}
