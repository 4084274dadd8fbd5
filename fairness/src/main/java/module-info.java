/// Who is seen and who is served how well, from counts and groups alone.
@org.jspecify.annotations.NullMarked
module org.aboveboard.fairness {
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires static org.jspecify;

  exports org.aboveboard.fairness.calibration;
  exports org.aboveboard.fairness.correct;
  exports org.aboveboard.fairness.decision;
  exports org.aboveboard.fairness.exposure;
  exports org.aboveboard.fairness.noise;
  exports org.aboveboard.fairness.quality;
  exports org.aboveboard.fairness.stability;
  exports org.aboveboard.fairness.variety;
  exports org.aboveboard.fairness;
  exports org.aboveboard.fairness.drift;
  exports org.aboveboard.fairness.estimate;
  exports org.aboveboard.fairness.loop;
  exports org.aboveboard.fairness.watch;
}
