package org.aboveboard.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Two or more ways of making lists, compared on people who each stay with one of them. How people
/// are asked is never compared: a question is not made so that more of them say yes.
///
/// @param question what one wants to know
/// @param purpose under which the lists are made; nobody is in it who did not say yes to that
/// @param until the last day of it
/// @param success what would show that it is better, fixed beforehand
/// @param harm what would show that it does harm, fixed beforehand
public record Experiment(
    String id,
    Text label,
    Text question,
    String surface,
    String purpose,
    String owner,
    LocalDate until,
    Varies varies,
    Map<String, Arm> arms,
    Text success,
    Text harm) {
  public Experiment {
    arms = Collections.unmodifiableMap(new TreeMap<>(arms));
  }

  /// What differs between the arms.
  public enum Varies {
    CORRECTION,
    EXPLORATION
  }

  /// One way of making lists.
  ///
  /// @param share of the people
  /// @param factor what multiplies the strength, or the share of chance
  public record Arm(double share, double factor) {}
}
