package org.aboveboard.server.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.aboveboard.server.catalogue.ItemPut;

/// A made-up item of the catalogue, from a large or a small publisher.
final class Work {
  static final int KINDS = 6;
  static final List<String> SIZES = List.of("large", "small");

  private static final int TRAITS = 4;

  private final int number;
  private final int kind;
  private final String size;
  private final double quality;
  private final double[] traits;

  Work(int number, int kind, String size, double quality, RandomGenerator chance) {
    this.number = number;
    this.kind = kind;
    this.size = size;
    this.quality = quality;
    this.traits = traits(chance);
  }

  /// What sets works of a kind apart, and people who like it.
  static double[] traits(RandomGenerator chance) {
    return IntStream.range(0, TRAITS).mapToDouble(_ -> chance.nextGaussian()).toArray();
  }

  String id() {
    return "work-" + number;
  }

  int kind() {
    return kind;
  }

  String size() {
    return size;
  }

  boolean isLarge() {
    return size.equals(SIZES.getFirst());
  }

  double quality() {
    return quality;
  }

  double draws(double... wanted) {
    double sum = 0;
    for (int k = 0; k < TRAITS; k++) {
      sum += traits[k] * wanted[k];
    }
    return sum / StrictMath.sqrt(TRAITS);
  }

  /// As its shop describes it.
  ItemPut put() {
    return new ItemPut(
        id(),
        "Work " + number,
        Optional.of(size + " publisher " + number % (isLarge() ? 2 : 8)),
        List.of("kind-" + kind),
        Map.of("providerSize", size),
        Optional.empty(),
        true);
  }
}
