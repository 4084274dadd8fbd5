package org.aboveboard.policy.read;

import java.time.Period;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Monitor.Claim;
import org.aboveboard.policy.Monitor.Outcome;
import org.aboveboard.policy.Monitor.Watches;

/// Reads one monitor.
final class MonitorReader {
  private static final String FOUR_FIFTHS = "fourFifths";
  private static final double HIGHEST_ALPHA = 0.2;

  private MonitorReader() {}

  static Monitor monitor(String id, Reading file) {
    var monitor =
        new Monitor(
            id,
            file.words("question"),
            watches(file),
            file.link("surface", Kind.SURFACE),
            file.oneOf("outcome", Outcome.class, Outcome.EXPOSURE),
            claim(file),
            Shares.between(file, "alpha", 0, HIGHEST_ALPHA),
            file.period("every"),
            file.periodOr("closes", Period.ZERO),
            file.link("owner", Kind.ROLE),
            file.words("firstAction"));
    refuseWhatDoesNotFit(monitor, file);
    return monitor;
  }

  private static Watches watches(Reading file) {
    var block = file.block("watches");
    var watches =
        block.has("segment")
            ? new Watches.OfSegment(block.link("segment", Kind.SEGMENT))
            : new Watches.OfGroups(block.link("groups", Kind.GROUPS));
    block.done();
    return watches;
  }

  private static Claim claim(Reading file) {
    if (!file.isBlock("claim")) {
      var word = file.text("claim");
      if (!word.equals(FOUR_FIFTHS)) {
        file.fault(
            "claim",
            "The claim is none that can be tested.",
            "Write 'claim: fourFifths', or 'claim: {within: 0.02}' for a difference.");
      }
      return new Claim.FourFifths();
    }
    var block = file.block("claim");
    var claim = new Claim.Within(Shares.between(block, "within", -1, 1));
    block.done();
    return claim;
  }

  private static void refuseWhatDoesNotFit(Monitor monitor, Reading file) {
    var isOfPeople =
        switch (monitor.watches()) {
          case Watches.OfSegment _ -> true;
          case Watches.OfGroups _ -> false;
        };
    var isOfActs =
        switch (monitor.outcome()) {
          case ACTED -> true;
          case EXPOSURE -> false;
        };
    if (isOfPeople != isOfActs) {
      file.fault(
          "outcome",
          "This outcome is not observed of what is watched.",
          "Write 'exposure' with groups of providers, and 'acted' with a segment of people.");
    }
    if (isOfActs && monitor.closes().isZero()) {
      file.fault(
          "closes",
          "Nobody can act on a list in no time.",
          "Say how long an act may take to count, such as 'closes: P7D'.");
    }
  }
}
