package org.aboveboard.server.simulate;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.aboveboard.fairness.exposure.PositionWeights;

/// How people choose: the better it suits them the likelier (softmax), the higher it stands the
/// likelier, and by themselves the likelier the more they have heard of it.
///
/// What the person has had is not chosen again.
final class Choosing {
  private static final double SHARPNESS = 4;
  private static final PositionWeights ATTENTION = PositionWeights.log();

  private final double[] utilities;
  private final BitSet has;

  /// @param utilities how much good each work does the person
  /// @param has the works that the person has had
  Choosing(double[] utilities, BitSet has) {
    this.utilities = utilities;
    this.has = has;
  }

  /// One of a list, if there is one in it that the person has not had.
  OptionalInt from(int[] list, RandomGenerator chance) {
    int place =
        draw(
            list.length, k -> has.get(list[k]) ? 0 : ATTENTION.at(k + 1) * appeal(list[k]), chance);
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(list[place]);
  }

  /// One of the whole catalogue.
  ///
  /// @param heard how much is heard of each work
  OptionalInt among(IntToDoubleFunction heard, RandomGenerator chance) {
    int work =
        draw(utilities.length, k -> has.get(k) ? 0 : heard.applyAsDouble(k) * appeal(k), chance);
    return work < 0 ? OptionalInt.empty() : OptionalInt.of(work);
  }

  private double appeal(int work) {
    return StrictMath.exp(SHARPNESS * utilities[work]);
  }

  private static int draw(int many, IntToDoubleFunction weight, RandomGenerator chance) {
    double[] weights = IntStream.range(0, many).mapToDouble(weight).toArray();
    double left = chance.nextDouble() * IntStream.range(0, many).mapToDouble(k -> weights[k]).sum();
    int last = -1;
    for (int k = 0; k < many; k++) {
      if (weights[k] > 0) {
        last = k;
        left -= weights[k];
        if (left < 0) {
          break;
        }
      }
    }
    return last;
  }
}
