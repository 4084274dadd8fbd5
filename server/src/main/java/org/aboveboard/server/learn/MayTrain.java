package org.aboveboard.server.learn;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.PopulationQuestion;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Use;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.learn.LearnStore.Look;

/// Asks the policy for what may train, and reads just that: for each purpose, what those may add
/// who agreed to it as it is, and what those may who agreed to a narrower one.
record MayTrain(InstantSource clock) {
  /// What each subject may add, over all purposes that train. A grant is short-lived and reading a
  /// large store is not, so each read gets one of its own.
  Map<Long, Learnable> rows(InForce inForce, Look look, long index, Optional<List<Long>> subjects) {
    return rows(inForce, look, index, subjects, _ -> true);
  }

  /// The same of some signals.
  Map<Long, Learnable> rows(
      InForce inForce,
      Look look,
      long index,
      Optional<List<Long>> subjects,
      Predicate<Signal> signals) {
    Map<Long, Learnable> rows = new HashMap<>();
    Policy policy = inForce.policy();
    for (Purpose purpose : policy.purposes()) {
      if (purpose.uses().contains(Use.TRAIN)) {
        for (String agreed : policy.agreements(purpose)) {
          grant(policy, purpose, agreed, index)
              .map(grant -> look.rows(inForce, grant, subjects, signals))
              .orElse(List.of())
              .forEach(one -> rows.merge(one.subject(), one, Learnable::and));
        }
      }
    }
    return rows;
  }

  private Optional<Grant> grant(Policy policy, Purpose purpose, String agreed, long index) {
    PopulationQuestion question = new PopulationQuestion(purpose, agreed, Use.TRAIN, index);
    return switch (policy.decide(question, clock.instant())) {
      case Decision.Allow(Grant grant, _) -> Optional.of(grant);
      case Decision.Deny _ -> Optional.empty();
    };
  }
}
