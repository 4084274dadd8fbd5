package org.aboveboard.fairness.estimate;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.aboveboard.fairness.Figure;

/// Estimates what a policy would have earned from the log of another one, by weighting each logged
/// reward with how much more often the policy would have chosen it (Horvitz & Thompson 1952; for
/// recommenders Swaminathan & Joachims, NeurIPS 2015; Saito et al., "Open Bandit Dataset", 2021).
///
/// Where a few weights carry everything there is no estimate, however many impressions there are:
/// it refuses where the effective sample, (Σw)²/Σw² (Kish 1965), is too small. That is counted
/// before any clipping, since clipped weights hide what is missing.
public final class OffPolicy {
  /// The least effective sample from which anything is said.
  public static final double LEAST = 30;

  private final List<Impression> log;
  private final double least;

  private OffPolicy(List<Impression> log, double least) {
    this.log = log;
    this.least = least;
  }

  public static OffPolicy of(List<Impression> log) {
    return of(log, LEAST);
  }

  /// @param least the least effective sample from which anything is said; more than 0
  public static OffPolicy of(List<Impression> log, double least) {
    if (!(least > 0)) {
      throw new IllegalArgumentException("the least effective sample is more than 0: 30 is usual");
    }
    return new OffPolicy(List.copyOf(log), least);
  }

  /// Inverse propensity score: the mean of weight times reward. Right on average.
  public Estimate ips() {
    return mean(weight -> weight);
  }

  /// IPS with no weight larger than `most`: varies less, and says too little where weights are cut.
  public Estimate clipped(double most) {
    if (!(most > 0)) {
      throw new IllegalArgumentException("a largest weight is more than 0, not " + most);
    }
    return mean(weight -> Math.min(weight, most));
  }

  /// Self-normalised IPS: the weighted mean of rewards; never outside of what rewards there were.
  public Estimate snips() {
    if (!isSupported()) {
      return refused();
    }
    double weights = sum(Impression::weight);
    double value = sum(one -> one.weight() * one.reward()) / weights;
    double squares =
        sum(one -> one.weight() * one.weight() * (one.reward() - value) * (one.reward() - value));
    return Estimate.of(value, Math.sqrt(squares) / weights, effectiveSample());
  }

  /// How many impressions of the policy asked about the log is worth; 0 where it shares nothing.
  public double effectiveSample() {
    double largest = maxWeight();
    if (largest == 0) {
      return 0;
    }
    double weights = sum(one -> one.weight() / largest);
    return weights * weights / sum(one -> one.weight() / largest * (one.weight() / largest));
  }

  /// About 1 where the logged chances are right and the log has room for the policy.
  public Figure meanWeight() {
    return log.isEmpty()
        ? Figure.none(Figure.Why.NOTHING)
        : Figure.of(sum(Impression::weight) / log.size());
  }

  public double maxWeight() {
    return log.stream().mapToDouble(Impression::weight).max().orElse(0);
  }

  private Estimate mean(DoubleUnaryOperator cut) {
    if (!isSupported()) {
      return refused();
    }
    int n = log.size();
    double mean = sum(one -> cut.applyAsDouble(one.weight()) * one.reward()) / n;
    double squares =
        sum(one -> {
          double error = cut.applyAsDouble(one.weight()) * one.reward() - mean;
          return error * error;
        });
    double error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
    return Estimate.of(mean, error, effectiveSample());
  }

  private boolean isSupported() {
    return effectiveSample() >= least;
  }

  private Estimate refused() {
    var why = log.isEmpty() ? Figure.Why.NOTHING : Figure.Why.NO_SUPPORT;
    return Estimate.none(why, effectiveSample());
  }

  private double sum(java.util.function.ToDoubleFunction<Impression> of) {
    return log.stream().mapToDouble(of).sum();
  }
}
