package org.aboveboard.fairness.watch;

import java.util.List;
import java.util.stream.IntStream;

/// Somebody who stakes a part of their wealth on each next pair, and learns from it.
final class Bettor {
  private static final double STEP = 2 / (2 - Math.log(3));
  private static final double FIRST_VARIANCE = 0.25;

  private final Bet bet;
  private final Direction direction;
  private double stake;
  private double weight;
  private double sum;
  private double squares;

  Bettor(Bet bet, Direction direction, Learnt learnt) {
    this.bet = bet;
    this.direction = direction;
    this.stake = learnt.stake();
    this.weight = learnt.weight();
    this.sum = learnt.sum();
    this.squares = learnt.squares();
    if (stake < direction.least() || stake > direction.most()) {
      throw new IllegalArgumentException(
          "a saved stake of " + stake + " is not safe: begin anew without it");
    }
  }

  /// One for each direction, each with what it has learnt.
  static List<Bettor> against(Claim claim, Bet bet, List<Learnt> learnt) {
    var directions = Direction.against(claim, bet);
    if (directions.size() != learnt.size()) {
      throw new IllegalArgumentException(
          "a saved state is of another claim: begin anew without it");
    }
    return IntStream.range(0, learnt.size())
        .mapToObj(i -> new Bettor(bet, directions.get(i), learnt.get(i)))
        .toList();
  }

  /// By how much the wealth is multiplied: by at least a half.
  double multiplier(double one, double other) {
    double x = direction.of(one, other);
    double multiplier = 1 + stake * x;
    learn(x, multiplier);
    return multiplier;
  }

  Learnt learnt() {
    return new Learnt(stake, weight, sum, squares);
  }

  private void learn(double x, double multiplier) {
    switch (bet) {
      case Bet.AGrapa(double keep, double shift) -> {
        weight = keep * weight + 1;
        sum = keep * sum + x;
        squares = keep * squares + x * x;
        stake = safe(Math.max(sum, shift * weight) / (FIRST_VARIANCE + squares));
      }
      case Bet.NewtonStep _ -> {
        double gradient = x / multiplier;
        squares += gradient * gradient;
        stake = safe(stake + STEP * gradient / (1 + squares));
      }
    }
  }

  private double safe(double wanted) {
    return Math.clamp(wanted, direction.least(), direction.most());
  }
}
