package org.aboveboard.policy.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;

/// An invasive purpose that assessments and approvals switch on or off, or on for another time.
///
/// Approvals are no part of what a digest is of, so this can differ where nothing is declared
/// differently.
///
/// @param before the last day on which it is on by the earlier version, if it is
/// @param after the same by the new version
public record Switched(Thing purpose, Optional<LocalDate> before, Optional<LocalDate> after) {

  boolean isOn() {
    return before.isEmpty() && after.isPresent();
  }

  static List<Switched> of(Versions versions) {
    var all = new ArrayList<Switched>();
    for (var purpose : versions.after().purposes()) {
      var switched =
          new Switched(
              versions.thing(Part.PURPOSE, purpose.id()),
              until(versions.before(), purpose.id()),
              until(versions.after(), purpose.id()));
      if (purpose.isInvasive() && !switched.before.equals(switched.after)) {
        all.add(switched);
      }
    }
    return all;
  }

  private static Optional<LocalDate> until(Policy policy, String purpose) {
    return policy.purpose(purpose).filter(Purpose::isInvasive).flatMap(policy::clearedUntil);
  }

  /// In words.
  String words() {
    var name = Spelled.quoted(purpose.label());
    if (isOn()) {
      return name + " is now on until " + after.orElseThrow() + ", for those who say yes to it.";
    }
    return after
        .map(day -> name + " is on until " + day + " instead of " + before.orElseThrow() + ".")
        .orElseGet(() -> name + " is now off; it was on until " + before.orElseThrow() + ".");
  }
}
