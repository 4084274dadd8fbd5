package org.aboveboard.server.rights;

import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Vendor;

/// The purposes that a choice is about: the one it names, or all that it reaches which a person's
/// word can end.
record Concerned(Policy policy, List<Purpose> purposes) {

  static Concerned by(Policy policy, String about) {
    return new Concerned(
        policy,
        policy.purposes().stream()
            .filter(purpose ->
                purpose.id().equals(about)
                    || (purpose.canBeEnded() && isReached(policy, about, purpose)))
            .toList());
  }

  private static boolean isReached(Policy policy, String about, Purpose purpose) {
    return about.equals(Choice.EVERYTHING)
        || policy.surfaces().stream()
            .filter(surface -> Choice.surface(surface.id()).equals(about))
            .anyMatch(surface -> surface.purposes().contains(purpose.id()))
        || policy.events().stream()
            .filter(event -> event.signal().map(Choice::signal).filter(about::equals).isPresent())
            .anyMatch(event -> event.purposes().contains(purpose.id()));
  }

  /// Whoever gets data for one of them.
  Stream<Vendor> vendors() {
    return policy.declared().vendors().stream()
        .filter(vendor ->
            purposes.stream().anyMatch(purpose -> purpose.recipients().contains(vendor.id())));
  }

  /// Whether it is about an interest of ours alone.
  boolean isAnInterest() {
    return !purposes.isEmpty() && purposes.stream().allMatch(Purpose::isInterest);
  }
}
