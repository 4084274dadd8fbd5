package org.aboveboard.server.simulate;

import java.util.List;
import java.util.random.RandomGenerator;

/// A made-up person: what draws them, which nobody but the simulation knows.
final class Person {
  static final List<String> SEGMENTS = List.of("harbour", "hill");

  /// The part of town leans towards its half of the kinds, so that it is told apart by what it
  /// does.
  private static final double LEANS = 0.7;

  private static final double FIRST = 1;
  private static final double SECOND = 0.6;

  private final String name;
  private final String segment;
  private final double[] kinds;
  private final double[] traits;

  private Person(String name, String segment, double[] kinds, double[] traits) {
    this.name = name;
    this.segment = segment;
    this.kinds = kinds;
    this.traits = traits;
  }

  static Person of(int number, RandomGenerator chance) {
    int segment = number % SEGMENTS.size();
    double[] kinds = new double[Work.KINDS];
    kinds[favourite(segment, chance)] += FIRST;
    kinds[favourite(segment, chance)] += SECOND;
    return new Person("u:person-" + number, SEGMENTS.get(segment), kinds, Work.traits(chance));
  }

  private static int favourite(int segment, RandomGenerator chance) {
    int half = Work.KINDS / 2;
    int side = chance.nextDouble() < LEANS ? segment : 1 - segment;
    return side * half + chance.nextInt(half);
  }

  String name() {
    return name;
  }

  String segment() {
    return segment;
  }

  /// How much good a work does this person, from 0 to 1. Who publishes it does not come into it.
  double utility(Work work) {
    double fit = 3 * kinds[work.kind()] + work.quality() + 0.8 * work.draws(traits) - 2;
    return 1 / (1 + StrictMath.exp(-fit));
  }
}
