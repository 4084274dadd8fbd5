package org.aboveboard.fairness;

/// The fewest people that a shown group may have.
///
/// Two is the least that a floor can be: a group of one is a person, and has no spread.
public record Floor(int people) {
  public Floor {
    if (people < 2) {
      throw new IllegalArgumentException("a floor is 2 people or more");
    }
  }
}
