package org.aboveboard.fairness.quality;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;
import org.apache.commons.statistics.inference.OneWayAnova;

/// One-way analysis of variance (Fisher, 1925): are the groups' means alike, where their spread is?
/// Where the spread differs, [WelchAnova] is the one to read.
public final class Anova {
  private final List<Sample> groups;

  private Anova(Collection<Sample> groups) {
    this.groups = List.copyOf(groups);
  }

  public static Anova of(Collection<Sample> groups) {
    return new Anova(groups);
  }

  public Verdict test() {
    return missing()
        .map(Verdict::none)
        .orElseGet(() -> Verdict.of(result().getStatistic(), result().getPValue()));
  }

  /// The share of all variance that lies between groups; for small groups it is too high.
  public Figure etaSquared() {
    return missing().map(Figure::none).orElseGet(() -> Figure.ratio(between(), total()));
  }

  /// The share of variance that lies between groups (Hays, 1963), less what chance alone puts
  /// there; below 0 where that is more than there is.
  public Figure omegaSquared() {
    return missing()
        .map(Figure::none)
        .orElseGet(() ->
            Figure.ratio(
                between() - (groups.size() - 1) * result().getMSWG(),
                total() + result().getMSWG()));
  }

  private Optional<Figure.Why> missing() {
    return Groups.missing(groups, 1)
        .or(() ->
            groups.stream().mapToInt(Sample::size).sum() <= groups.size()
                ? Optional.of(Figure.Why.TOO_FEW)
                : Optional.empty())
        .or(() ->
            groups.stream().allMatch(Groups::isConstant)
                ? Optional.of(Figure.Why.CONSTANT)
                : Optional.empty());
  }

  private OneWayAnova.Result result() {
    return OneWayAnova.withDefaults().test(groups.stream().map(Sample::values).toList());
  }

  private double between() {
    return result().getMSBG() * (groups.size() - 1);
  }

  private double total() {
    int people = groups.stream().mapToInt(Sample::size).sum();
    return between() + result().getMSWG() * (people - groups.size());
  }
}
