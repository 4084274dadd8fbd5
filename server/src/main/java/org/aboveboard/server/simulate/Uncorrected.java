package org.aboveboard.server.simulate;

import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Balance;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Showing;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.read.ReadPolicy;

/// A policy as it would be if nothing put lists right: no correction, no shares of first places and
/// no balance. What it watches stays.
final class Uncorrected {
  private Uncorrected() {}

  static ReadPolicy of(ReadPolicy read) {
    Declared declared = read.policy().declared();
    Policy policy =
        Policy.of(
            new Declared(
                declared.organisation(),
                declared.asking(),
                declared.changes(),
                declared.approvers(),
                declared.roles(),
                declared.people(),
                declared.categories(),
                declared.signals(),
                declared.events(),
                declared.purposes(),
                declared.surfaces().stream().map(Uncorrected::surface).toList(),
                declared.vendors(),
                declared.models(),
                declared.prohibitions(),
                declared.assessments(),
                declared.oversight()));
    return new ReadPolicy(policy, read.places(), read.accepted());
  }

  /// The policy without its approvals. They are of the whole policy, so the uncorrected one has
  /// none, and what needs one is to be off in both.
  static ReadPolicy unapproved(ReadPolicy read) {
    return new ReadPolicy(read.policy().with(List.of()), read.places(), read.accepted());
  }

  /// Whether it declares anything that puts lists of a surface right.
  static boolean corrects(Policy policy, String surface) {
    return policy.surface(surface).map(Surface::showing).filter(Uncorrected::corrects).isPresent();
  }

  private static boolean corrects(Showing showing) {
    return showing.correct().isPresent()
        || showing.atLeast().isPresent()
        || showing.balance().counts();
  }

  private static Surface surface(Surface surface) {
    Showing showing = surface.showing();
    return new Surface(
        surface.id(),
        surface.label(),
        surface.purposes(),
        surface.signals(),
        surface.fallback(),
        surface.window(),
        surface.promptSlot(),
        surface.critical(),
        surface.length(),
        new Showing(
            Optional.empty(),
            Optional.empty(),
            Balance.NONE,
            showing.explore(),
            showing.holdout(),
            showing.caps()));
  }
}
