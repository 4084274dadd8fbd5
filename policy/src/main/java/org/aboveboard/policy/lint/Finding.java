package org.aboveboard.policy.lint;

import java.util.Optional;
import org.aboveboard.policy.read.Fault;
import org.aboveboard.policy.read.Place;

/// A rule that a policy breaks.
///
/// @param what how, and why it matters, in plain words
/// @param cure what to do about it
/// @param accepted why it stands all the same, in the words of the file it is about
public record Finding(Rule rule, Place place, String what, String cure, Optional<String> accepted) {

  public Severity severity() {
    return rule.severity();
  }

  /// The law or the evidence that the rule rests on.
  public String anchor() {
    return rule.anchor();
  }

  /// Whether a policy with it is not to be taken into force.
  public boolean isBlocking() {
    return accepted.isEmpty();
  }

  /// The same as a reason not to take the policy into force.
  Fault fault() {
    return new Fault(place.file(), place.line(), severity() + " " + rule.id() + ": " + what, cure);
  }

  /// As a compiler prints it.
  @Override
  public String toString() {
    return place.file()
        + ":"
        + place.line()
        + ": "
        + severity()
        + " "
        + rule.id()
        + ": "
        + what
        + " "
        + cure
        + " ("
        + anchor()
        + ")";
  }
}
