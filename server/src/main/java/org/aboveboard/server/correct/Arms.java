package org.aboveboard.server.correct;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Experiment;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Surface;

/// Which arm of an experiment a person is in. They stay in it, and are in one only under the
/// purpose they said yes to.
final class Arms {
  private Arms() {}

  /// An arm and what it multiplies.
  record Arm(String name, double correction, double exploration) {
    static final Arm NONE = new Arm("none", 1, 1);
  }

  static Arm of(Policy policy, Surface surface, String purpose, long who, LocalDate today) {
    return policy.experiments().stream()
        .filter(one -> one.surface().equals(surface.id()) && one.purpose().equals(purpose))
        .filter(one -> !today.isAfter(one.until()))
        .findFirst()
        .flatMap(one -> of(one, who))
        .orElse(Arm.NONE);
  }

  private static Optional<Arm> of(Experiment experiment, long who) {
    double left = Sticky.of(who, "experiment " + experiment.id());
    for (Map.Entry<String, Experiment.Arm> arm : experiment.arms().entrySet()) {
      left -= arm.getValue().share();
      if (left < 0) {
        return Optional.of(arm(experiment, arm.getKey(), arm.getValue().factor()));
      }
    }
    return Optional.empty();
  }

  private static Arm arm(Experiment experiment, String name, double factor) {
    String full = experiment.id() + ":" + name;
    return switch (experiment.varies()) {
      case CORRECTION -> new Arm(full, factor, 1);
      case EXPLORATION -> new Arm(full, 1, factor);
    };
  }
}
