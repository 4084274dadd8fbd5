package org.aboveboard.server.load;

/// How many stars a user gave an item, for measuring a model; ids are numbers, sorted as numbers.
public record Rating(long user, long item, double stars) {
  @Override
  public String toString() {
    return "Rating";
  }
}
