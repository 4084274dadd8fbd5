package org.aboveboard.fairness.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.aboveboard.fairness.Figure;
import org.junit.jupiter.api.Test;

class LoopTest {
  /// 1, 2, 2, 3 over four windows: slope .6, residuals .1, .5, −.1... with squares .2 in all, so
  /// the error is √(.2/2/5) = .1414, and Student's t with two degrees of freedom is 4.3027.
  @Test
  void aWorkedExampleOfATrend() {
    var trend = Trend.of(figures(1, 2, 2, 3));
    assertThat(number(trend.slope())).isCloseTo(0.6, within(1e-14));
    assertThat(number(trend.error())).isCloseTo(Math.sqrt(0.02), within(1e-14));
    assertThat(number(trend.high())).isCloseTo(0.6 + 4.302652729 * Math.sqrt(0.02), within(1e-8));
  }

  @Test
  void aWindowWithoutAFigureKeepsItsPlace() {
    var figures =
        List.of(Figure.of(1), Figure.none(Figure.Why.NOTHING), Figure.of(3), Figure.of(4));
    assertThat(number(Trend.of(figures).slope())).isCloseTo(1, within(1e-14));
    assertThat(Trend.of(figures(1, 2)).slope()).isEqualTo(Figure.none(Figure.Why.TOO_FEW));
    assertThat(Trend.of(List.of()).slope()).isEqualTo(Figure.none(Figure.Why.NOTHING));
  }

  @Test
  void whatAlsoHappensInTheHoldoutIsNotTheLoops() {
    var own = loop(0.50, 0.55, 0.61, 0.64);
    var holdout = loop(0.50, 0.53, 0.57, 0.58);
    var trend = own.trend(Indicator.GINI, holdout);
    assertThat(number(trend.slope())).isCloseTo(0.048 - 0.028, within(1e-12));
    assertThat(number(own.trend(Indicator.GINI, own).slope())).isZero();
    assertThat(own.trend(Indicator.COVERAGE).slope()).isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThat(own.trend(Indicator.GINI, loop()).slope())
        .isEqualTo(Figure.none(Figure.Why.TOO_FEW));
    var flat = loop(0.5, 0.5, 0.5);
    assertThat(number(flat.trend(Indicator.GINI, flat).high())).isZero();
  }

  @Test
  void repetitionIsCounted() {
    var repetition = Repetition.of(1, 1, 1, 2, 2, 3, 3, 4, 5, 20);
    assertThat(repetition.quantile(0.5)).isEqualTo(Figure.of(2));
    assertThat(repetition.quantile(0.95)).isEqualTo(Figure.of(20));
    assertThat(repetition.quantile(1)).isEqualTo(Figure.of(20));
    assertThat(repetition.breaches(3)).isEqualTo(3);
    assertThat(repetition.breachShare(3)).isEqualTo(Figure.of(0.3));
    assertThat(Repetition.of().quantile(0.5)).isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThat(Repetition.consecutive(List.of(new int[] {7, 7, 8, 8, 8}, new int[] {1})))
        .isEqualTo(Figure.of(0.75));
    assertThatIllegalArgumentException().isThrownBy(() -> Repetition.of(1, 0));
  }

  @Test
  void refusalsAndCausesAreShares() {
    var refusals = new Refusals(20, 5, 19);
    assertThat(refusals.nagging()).isEqualTo(Figure.of(0.25));
    assertThat(refusals.honouredShare()).isEqualTo(Figure.of(0.95));
    assertThat(refusals.broken()).isOne();
    assertThat(new Refusals(0, 0, 0).nagging()).isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
    assertThat(Loop.causedByUs(3, 12)).isEqualTo(Figure.of(0.25));
    assertThatIllegalArgumentException().isThrownBy(() -> Loop.causedByUs(13, 12));
    assertThatIllegalArgumentException().isThrownBy(() -> new Refusals(1, 0, 2));
  }

  private static Loop loop(double... ginis) {
    return new Loop(
        figures(ginis).stream()
            .<Map<Indicator, Figure>>map(gini -> Map.of(Indicator.GINI, gini))
            .toList());
  }

  private static List<Figure> figures(double... values) {
    return DoubleStream.of(values).mapToObj(Figure::of).toList();
  }

  private static double number(Figure figure) {
    return figure.known().orElseThrow();
  }
}
