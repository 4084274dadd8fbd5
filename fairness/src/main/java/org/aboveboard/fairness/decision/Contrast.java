package org.aboveboard.fairness.decision;

import java.util.Collection;
import java.util.List;
import org.aboveboard.fairness.Figure;

/// Those who are held to be at a disadvantage against those who are not, with signs: the measures
/// of AIF360 (Bellamy et al., 2018). A difference is the unprivileged less the privileged, a ratio
/// the unprivileged over the privileged.
public record Contrast(Confusion unprivileged, Confusion privileged) {
  static Contrast of(
      Decisions decisions, Collection<String> unprivileged, Collection<String> privileged) {
    if (unprivileged.stream().anyMatch(privileged::contains)) {
      throw new IllegalArgumentException("a group is on one side only");
    }
    return new Contrast(pooled(decisions, unprivileged), pooled(decisions, privileged));
  }

  public Figure difference(Rate rate) {
    return Both.of(rate.of(unprivileged), rate.of(privileged), (one, other) -> one - other);
  }

  public Figure ratio(Rate rate) {
    return switch (rate.of(privileged)) {
      case Figure.Value(double whole) when whole == 0 -> Figure.none(Figure.Why.SHARE_OF_NOTHING);
      case Figure whole -> Both.of(rate.of(unprivileged), whole, (one, other) -> one / other);
    };
  }

  public Figure statisticalParityDifference() {
    return difference(Rate.SELECTION);
  }

  public Figure disparateImpact() {
    return ratio(Rate.SELECTION);
  }

  /// The mean of the differences in false and in true positives: they can cancel.
  public Figure averageOddsDifference() {
    return Both.of(
        difference(Rate.FALSE_POSITIVE),
        difference(Rate.TRUE_POSITIVE),
        (one, other) -> (one + other) / 2);
  }

  /// The mean of the sizes of these differences: they cannot cancel.
  public Figure averageAbsoluteOddsDifference() {
    return Both.of(
        difference(Rate.FALSE_POSITIVE),
        difference(Rate.TRUE_POSITIVE),
        (one, other) -> (Math.abs(one) + Math.abs(other)) / 2);
  }

  private static Confusion pooled(Decisions decisions, Collection<String> groups) {
    for (String group : groups) {
      if (!decisions.byGroup().containsKey(group)) {
        throw new IllegalArgumentException(
            "there is no group " + group + ", only " + List.copyOf(decisions.byGroup().keySet()));
      }
    }
    return groups.stream()
        .distinct()
        .map(decisions.byGroup()::get)
        .reduce(Confusion.NOTHING, Confusion::plus);
  }
}
