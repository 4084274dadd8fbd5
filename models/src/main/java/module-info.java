/// Learns, scores, explains and forgets; hears of rows of numbers, never of people.
@org.jspecify.annotations.NullMarked
module org.aboveboard.models {
  requires static org.jspecify;
  requires static jdk.incubator.vector;

  exports org.aboveboard.models;
  exports org.aboveboard.models.leak;
}
