package org.aboveboard.policy.read;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.aboveboard.policy.AtLeast;
import org.aboveboard.policy.Balance;
import org.aboveboard.policy.Correction;
import org.aboveboard.policy.Showing;

/// Reads what a surface does to its lists after the model has ranked them.
final class ShowingReader {
  private static final double MOST_EXPLORED = 0.2;
  private static final double MOST_HELD_OUT = 0.05;
  private static final double STRONGEST = 1000;
  private static final double WIDEST_CLAMP = 10;

  /// Three of these leave the model a tenth.
  private static final double MOST_BALANCED = 0.3;

  private static final int MOST_CAPPED = 200;

  private ShowingReader() {}

  static Showing read(Reading file) {
    return new Showing(
        file.optionalBlock("correct").map(ShowingReader::correction),
        file.optionalBlock("atLeast").map(ShowingReader::atLeast),
        file.optionalBlock("balance").map(ShowingReader::balance).orElse(Balance.NONE),
        Shares.upTo(file, "explore", MOST_EXPLORED),
        Shares.upTo(file, "holdout", MOST_HELD_OUT),
        caps(file));
  }

  private static Correction correction(Reading block) {
    var steps = block.block("strength");
    var strength =
        new Correction.Strength(
            Shares.upTo(steps, "lowest", STRONGEST),
            Shares.between(steps, "highest", 0, STRONGEST),
            Shares.between(steps, "up", 0, STRONGEST),
            Shares.between(steps, "down", 0, STRONGEST));
    if (strength.lowest() > strength.highest()) {
      steps.fault(
          "lowest", "The lowest strength is above the highest.", "Turn them round, or lower it.");
    }
    steps.done();
    var correction =
        new Correction(
            block.link("monitor", Kind.MONITOR),
            strength,
            Shares.between(block, "clamp", 0, WIDEST_CLAMP),
            Shares.between(block, "loss", 0, 1));
    block.done();
    return correction;
  }

  private static AtLeast atLeast(Reading block) {
    var shares = new HashMap<String, Double>();
    var list = block.block("shares");
    for (var group : list.keys()) {
      shares.put(group, Shares.between(list, group, 0, 1));
    }
    list.done();
    double sum = 0;
    for (double share : shares.values()) {
      sum += share;
    }
    if (shares.isEmpty() || sum >= 1) {
      block.fault(
          "shares",
          "The least shares leave the model nothing to rank, or there is none.",
          "Write shares that add up to less than 1, such as '{small: 0.3}'.");
    }
    var least = new AtLeast(block.link("groups", Kind.GROUPS), shares);
    block.done();
    return least;
  }

  private static Balance balance(Reading block) {
    var balance =
        new Balance(
            Shares.upTo(block, "calibration", MOST_BALANCED),
            Shares.upTo(block, "diversity", MOST_BALANCED),
            Shares.upTo(block, "popularity", MOST_BALANCED),
            Shares.between(block, "loss", 0, 1));
    if (!balance.counts()) {
      block.fault(
          "loss",
          "Nothing is weighed here against what suits a person best.",
          "Write a weight for calibration, diversity or popularity, such as 'calibration: 0.2', or"
              + " take the block out.");
    }
    block.done();
    return balance;
  }

  private static Map<String, Integer> caps(Reading file) {
    var caps = new TreeMap<String, Integer>();
    file.optionalBlock("caps")
        .ifPresent(block -> {
          for (var category : block.keys()) {
            caps.put(category, block.wholeNumber(category, 0, MOST_CAPPED));
          }
          block.done();
        });
    return caps;
  }
}
