package org.aboveboard.fairness.watch;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The e-BH procedure (Wang & Ramdas, JRSS B 2022): which of K claims to doubt, such that on
/// average at most a share α of those doubted is true, however the evidence depends on each other.
///
/// That holds for one look. For the view "currently" only: whoever kept every name that was ever on
/// it would collect the false ones of all looks, and the share would be kept no more. What is to
/// last is latched at K/α instead.
public final class EBenjaminiHochberg {
  private EBenjaminiHochberg() {}

  /// The places of the claims to doubt, most evidence first: the k with the most evidence, for the
  /// largest k of which the k-th has a value of K/(kα) or more.
  public static List<Integer> rejected(List<EValue> values, double alpha) {
    Unit.chance(alpha);
    var order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparingDouble(place -> -values.get(place).log()))
            .toList();
    int doubted =
        IntStream.rangeClosed(1, order.size())
            .filter(
                k -> values.get(order.get(k - 1)).log() >= Math.log(values.size() / (k * alpha)))
            .max()
            .orElse(0);
    return order.subList(0, doubted);
  }
}
