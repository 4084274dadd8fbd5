package org.aboveboard.fairness.noise;

import java.util.random.RandomGenerator;

/// Whole numbers that are added to counts before these are published.
public sealed interface Noise permits DiscreteLaplace, DiscreteGaussian {

  /// One number. What is published needs a generator that nobody can foretell, such as
  /// [java.security.SecureRandom]; one with a seed is for tests.
  long draw(RandomGenerator random);

  /// How likely it is to be this number; roughly, in floating point.
  double probability(long value);

  /// The least number that noise is not larger than in size, with this chance or more: what to tell
  /// beside a count.
  long margin(double chance);

  /// What one publication of counts with this noise costs of a budget.
  Cost cost();
}
