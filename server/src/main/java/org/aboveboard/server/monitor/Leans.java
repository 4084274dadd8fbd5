package org.aboveboard.server.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.aboveboard.fairness.loop.Influence;
import org.aboveboard.models.Crowd;
import org.aboveboard.server.learn.Learn;

/// Of an item that scores high for people as a whole, how much of that comes of accounts that did
/// few things: so an item looks that is pushed by accounts made for it.
///
/// @param thin how many accounts that acted on it did few things
/// @param accounts how many acted on it
/// @param share what the thin ones add to its score, of what all of them add
/// @param half how few accounts add half of that
/// @param chance how likely so many of them were to be thin, were it as it is among all accounts
record Leans(int item, int thin, int accounts, double share, int half, double chance) {
  /// With how few items an account did something to be thin.
  static final int FEW = 10;

  /// From which share on an item leans on them.
  private static final double LEANS = 0.5;

  /// Of a thousand items looked at, one in a thousand times one is found by chance alone.
  private static final double BY_CHANCE = 1e-6;

  static Leans of(Learn.Held held, Learn.Accounts all) {
    List<Learn.Part> parts = held.accounts();
    int thin = (int) parts.stream().filter(Leans::isThin).count();
    double whole = sum(parts, _ -> 1);
    return new Leans(
        held.item(),
        thin,
        parts.size(),
        whole == 0 ? 0 : sum(parts, part -> isThin(part) ? 1 : 0) / whole,
        half(parts, whole),
        chance(thin, parts.size(), all.all() == 0 ? 1 : (double) all.few() / all.all()));
  }

  private static boolean isThin(Learn.Part part) {
    return part.items() <= FEW;
  }

  private static double sum(List<Learn.Part> parts, ToDoubleFunction<Learn.Part> weight) {
    return parts.stream().mapToDouble(part -> weight.applyAsDouble(part) * adds(part)).sum();
  }

  /// What the account adds to the score; what takes away from it counts for nothing here.
  private static double adds(Learn.Part part) {
    Crowd.Hold hold = part.hold();
    // what came in since the model was published is of no row of it yet
    return hold.leverage() >= 0 && hold.leverage() < 1
        ? Math.max(0, influence(hold).onScore().known().orElse(0))
        : 0;
  }

  private static Influence influence(Crowd.Hold hold) {
    return new Influence(
        hold.along(), hold.diagonal(), hold.historyTerm(), hold.itemTerm(), hold.leverage());
  }

  private static int half(List<Learn.Part> parts, double whole) {
    double left = whole / 2;
    int few = 0;
    for (double adds : parts.stream().map(Leans::adds).sorted(Comparator.reverseOrder()).toList()) {
      if (left <= 0) {
        break;
      }
      left -= adds;
      few++;
    }
    return few;
  }

  /// The chance of `some` or more of `all`, each with the chance `one` (binomial).
  private static double chance(int some, int all, double one) {
    return IntStream.rangeClosed(some, all).mapToDouble(k -> exactly(k, all, one)).sum();
  }

  private static double exactly(int some, int all, double one) {
    double log = 0;
    for (int k = 1; k <= some; k++) {
      log += Math.log((double) (all - some + k) / k * one);
    }
    // nothing to the power of nothing is one, and no NaN
    return Math.exp(log + (some == all ? 0 : (all - some) * Math.log1p(-one)));
  }

  boolean isPushed() {
    return share >= LEANS && chance < BY_CHANCE;
  }

  /// What staff are told of it.
  String words(String title, Learn.Accounts all) {
    return title
        + " leans on few accounts: "
        + thin
        + " of the "
        + accounts
        + " that acted on it acted on "
        + FEW
        + " items or fewer, as only "
        + all.few()
        + " of all "
        + all.all()
        + " accounts did. "
        + Loops.percent(share)
        + " of what accounts add to its score comes of these, and "
        + half
        + " accounts alone add half. First: look whether they were made to push it";
  }
}
