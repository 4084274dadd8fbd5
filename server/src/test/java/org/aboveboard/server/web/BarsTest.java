package org.aboveboard.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BarsTest {
  @Test
  void whatIsPrintedAddsUpToTheDigit() {
    for (long seed = 0; seed < 1000; seed++) {
      SplittableRandom chance = new SplittableRandom(seed);
      List<Part> acts = parts(chance, chance.nextInt(0, 40));
      List<Part> rest = parts(chance, chance.nextInt(0, 4));
      Figure figure = draw(acts, rest);
      List<Figure.Bar> shown = new ArrayList<>(figure.bars());
      shown.addAll(figure.adjustments());
      assertThat(sum(shown)).as("seed %d", seed).isEqualTo(number(figure.total()));
      assertThat(sum(figure.every())).as("seed %d", seed).isEqualTo(number(figure.total()));
    }
  }

  @Test
  void aSumThatDoesNotAddUpIsRefused() {
    assertThatThrownBy(() -> draw(List.of(Part.of("a", 1)), List.of(), 1.001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> draw(List.of(Part.of("a", Double.NaN)), List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fiveBarsAreShownAndTheRestIsOne() {
    Figure figure = draw(parts(new SplittableRandom(3), 52), List.of());
    assertThat(figure.bars()).hasSize(6);
    assertThat(figure.bars().getLast().label()).isEqualTo("The rest: 47 small things");
    assertThat(figure.every()).hasSize(52);
  }

  @Test
  void aLoneSmallThingIsShownForItself() {
    Figure figure = draw(parts(new SplittableRandom(3), 6), List.of());
    assertThat(figure.bars())
        .extracting(Figure.Bar::label)
        .noneMatch(l -> l.startsWith("The rest"));
  }

  @Test
  void directionIsSaidByShapeAndSign() {
    Figure figure = draw(List.of(Part.of("up", 2), Part.of("down", -1)), List.of());
    assertThat(figure.bars()).extracting(Figure.Bar::shape).containsExactly("▲", "▼");
    assertThat(figure.bars()).extracting(Figure.Bar::value).containsExactly("+2.00", "−1.00");
  }

  @Test
  void anEmptySumIsNothingKnown() {
    assertThat(draw(List.of(), List.of()).total()).isEqualTo("0");
  }

  @Test
  void noPartIsMovedByMoreThanOneInTheLastDigit() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom chance = new SplittableRandom(seed);
      List<Part> parts = parts(chance, 8);
      long[] rounded = Bars.together(parts, total(parts), 1000);
      for (int i = 0; i < rounded.length; i++) {
        assertThat(Math.abs(rounded[i] - parts.get(i).value() * 1000))
            .as("seed %d", seed)
            .isLessThanOrEqualTo(1);
      }
    }
  }

  private static Figure draw(List<Part> acts, List<Part> rest) {
    return draw(acts, rest, total(acts) + total(rest));
  }

  private static Figure draw(List<Part> acts, List<Part> rest, double score) {
    return Bars.question("What weighed how much?")
        .answer("This.")
        .unit("points")
        .add(acts, rest, score);
  }

  private static double total(List<Part> parts) {
    return parts.stream().mapToDouble(Part::value).sum();
  }

  private static List<Part> parts(SplittableRandom chance, int count) {
    double scale = Math.pow(10, chance.nextInt(-4, 3));
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(Part.of("act " + i, (chance.nextDouble() - 0.4) * scale));
    }
    return parts;
  }

  private static BigDecimal sum(List<Figure.Bar> bars) {
    return bars.stream()
        .map(bar -> number(bar.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .stripTrailingZeros();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace('−', '-')).stripTrailingZeros();
  }
}
