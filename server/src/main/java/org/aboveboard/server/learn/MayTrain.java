package org.aboveboard.server.learn;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.PopulationQuestion;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Use;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.LearnStore.Look;

/// Asks the policy for what may train, and reads just that.
record MayTrain(Declaration declaration, InstantSource clock) {
  /// What each subject may add, over all purposes that train. A grant is short-lived and reading a
  /// large store is not, so each read gets one of its own.
  Map<Long, Learnable> rows(Look look, long index, Optional<List<Long>> subjects) {
    Map<Long, Learnable> rows = new HashMap<>();
    for (Purpose purpose : declaration.policy().purposes()) {
      if (purpose.uses().contains(Use.TRAIN)) {
        grant(purpose, index)
            .map(grant -> look.rows(grant, subjects))
            .orElse(List.of())
            .forEach(one -> rows.merge(one.subject(), one, Learnable::and));
      }
    }
    return rows;
  }

  private Optional<Grant> grant(Purpose purpose, long index) {
    PopulationQuestion question =
        new PopulationQuestion(purpose, Use.TRAIN, index, declaration.isDemonstration());
    return switch (declaration.policy().decide(question, clock.instant())) {
      case Decision.Allow(Grant grant, _) -> Optional.of(grant);
      case Decision.Deny _ -> Optional.empty();
    };
  }
}
