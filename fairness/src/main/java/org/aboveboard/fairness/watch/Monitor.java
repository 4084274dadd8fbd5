package org.aboveboard.fairness.watch;

import java.util.Optional;

/// Looks at every pair and raises an alarm once. The alarm stands until somebody clears it, and no
/// second one is raised meanwhile; cleared, a monitor begins anew and knows nothing of before.
public sealed interface Monitor permits Watch, EDetector {
  /// The alarm that this pair raised.
  Optional<Verdict.Alarm> see(double first, double second);

  Verdict verdict();

  Guarantee guarantee();

  /// Whoever clears a false alarm of a watch gives its chance of one anew.
  void clear();
}
