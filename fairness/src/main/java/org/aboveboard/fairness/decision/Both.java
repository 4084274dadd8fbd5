package org.aboveboard.fairness.decision;

import java.util.function.DoubleBinaryOperator;
import org.aboveboard.fairness.Figure;

/// Two figures made into one, which there is only where there are both.
final class Both {
  private Both() {}

  static Figure of(Figure one, Figure other, DoubleBinaryOperator together) {
    return switch (one) {
      case Figure.None none -> none;
      case Figure.Value(double left) ->
          switch (other) {
            case Figure.None none -> none;
            case Figure.Value(double right) -> Figure.of(together.applyAsDouble(left, right));
          };
    };
  }
}
