package org.aboveboard.server.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aboveboard.fairness.exposure.ItemGroups;

/// The people and the catalogue of a scenario; the same seed makes the same ones.
///
/// Two items in five are of large publishers. Quality is spread in the same way over the works of
/// large and of small ones, to the digit, so that attention has no reason to differ.
record Population(List<Person> people, List<Work> works) {
  private static final double PART_OF_THE_LARGE = 0.4;
  private static final double SPREAD_OF_QUALITY = 1;

  Population {
    people = List.copyOf(people);
    works = List.copyOf(works);
  }

  static Population of(Scenario scenario) {
    SplittableRandom chance = new SplittableRandom(scenario.seed());
    SplittableRandom forWorks = chance.split();
    List<Work> works = works(scenario.items(), forWorks);
    List<Person> people =
        IntStream.range(0, scenario.people()).mapToObj(k -> Person.of(k, chance)).toList();
    return new Population(people, works);
  }

  private static List<Work> works(int items, SplittableRandom chance) {
    int large = (int) Math.round(items * PART_OF_THE_LARGE);
    List<Work> works = new ArrayList<>();
    for (String size : Work.SIZES) {
      int many = size.equals(Work.SIZES.getFirst()) ? large : items - large;
      double[] qualities = qualities(many, chance);
      for (int k = 0; k < many; k++) {
        works.add(new Work(works.size(), k % Work.KINDS, size, qualities[k], chance));
      }
    }
    return works;
  }

  /// Evenly spread from −1 to 1, in an order by chance.
  private static double[] qualities(int many, SplittableRandom chance) {
    double[] qualities = new double[many];
    Arrays.setAll(qualities, k -> SPREAD_OF_QUALITY * (2 * (k + 0.5) / many - 1));
    for (int k = many - 1; k > 0; k--) {
      int other = chance.nextInt(k + 1);
      double kept = qualities[k];
      qualities[k] = qualities[other];
      qualities[other] = kept;
    }
    return qualities;
  }

  /// How much good each work does a person, by the numbers of the works.
  double[] utilities(Person person) {
    return works.stream().mapToDouble(person::utility).toArray();
  }

  /// Which works are of large publishers and which of small ones.
  ItemGroups sizes() {
    return ItemGroups.of(works.stream().map(Work::size).toList());
  }
}
