package org.aboveboard.fairness.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The greedy re-ranker: at each place the item of the largest (1 − Σλ)·ŝ + Σ λ·gain, where ŝ is
/// the score from 0 for the worst candidate to 1 for the best, and each gain is what the item adds
/// to those above it (as in Carbonell & Goldstein 1998, Santos et al. 2010 and Steck 2018).
///
/// That order is told in the model's own unit: dividing by 1 − Σλ and undoing the normalisation, it
/// is the order of score + Σ λ/(1 − Σλ)·spread·gain, and these summands are the adjustments. Scores
/// of different places are not comparable: each was the largest when its place was filled.
///
/// @param gains one for each rule
public record MarginalGain(List<Gain> gains) {
  public MarginalGain {
    gains = List.copyOf(gains);
    boolean isNegative = !gains.stream().allMatch(gain -> gain.weight() >= 0);
    if (isNegative || !(model(gains) > 0)) {
      throw new IllegalArgumentException(
          "weights are 0 or more and add up to less than 1: leave the model some");
    }
  }

  /// The first places, at most `places`, chosen from all candidates; 100 to 200 are enough.
  public Reranked rerank(Ranking ranking, int places) {
    double unit = (ranking.spread() == 0 ? 1 : ranking.spread()) / model(gains);
    var left = new ArrayList<>(IntStream.range(0, ranking.size()).boxed().toList());
    var order = new ArrayList<ByScore.Entry>();
    var now = gains;
    while (order.size() < places && !left.isEmpty()) {
      var next = best(ranking, left, now, unit);
      int item = next.candidate().item();
      order.add(next);
      left.remove(Integer.valueOf(next.from() - 1));
      now = now.stream().map(gain -> gain.with(item)).toList();
    }
    return ByScore.inOrder(ranking, order);
  }

  private static ByScore.Entry best(
      Ranking ranking, List<Integer> left, List<Gain> gains, double unit) {
    int best = left.getFirst();
    double most = rankedBy(ranking.get(best), gains, unit);
    for (int i : left.subList(1, left.size())) {
      double score = rankedBy(ranking.get(i), gains, unit);
      if (score > most) {
        best = i;
        most = score;
      }
    }
    return entry(ranking, best, gains, unit);
  }

  /// What its entry is ranked by, to the bit; most candidates need no more.
  private static double rankedBy(Candidate candidate, List<Gain> gains, double unit) {
    double sum = candidate.score();
    for (Gain gain : gains) {
      sum += gain.weight() > 0 ? gain.weight() * unit * gain.of(candidate.item()) : 0;
    }
    return sum;
  }

  private static ByScore.Entry entry(Ranking ranking, int i, List<Gain> gains, double unit) {
    var candidate = ranking.get(i);
    var adjustments =
        gains.stream()
            .filter(gain -> gain.weight() > 0)
            .map(gain ->
                new Adjustment(gain.rule(), gain.weight() * unit * gain.of(candidate.item())))
            .toList();
    return new ByScore.Entry(i + 1, candidate, new Move.Scored(candidate.score(), adjustments));
  }

  private static double model(List<Gain> gains) {
    return 1 - gains.stream().mapToDouble(Gain::weight).sum();
  }
}
