/// Who is seen and who is served how well, from counts and groups alone.
@org.jspecify.annotations.NullMarked
module org.aboveboard.fairness {
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires static org.jspecify;

  exports org.aboveboard.fairness;
  exports org.aboveboard.fairness.drift;
  exports org.aboveboard.fairness.estimate;
  exports org.aboveboard.fairness.loop;
  exports org.aboveboard.fairness.watch;
}
