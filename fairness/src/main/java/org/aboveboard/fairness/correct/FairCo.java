package org.aboveboard.fairness.correct;

import java.util.List;
import java.util.stream.IntStream;

/// FairCo, a proportional controller of exposure (Morik, Singh, Hong & Joachims 2020): every item
/// is ranked by its score + λ·err, where err says how far its group has fallen behind the group
/// that has most exposure for its merit ([Standing#err]). As err grows with every request that the
/// gap stays open, the gap closes like 1 / requests.
///
/// What it adds is held below `clamp` times the spread of the scores, so no item ever passes one
/// that is better by more than that.
///
/// @param lambda λ, how strongly it corrects; 0 is not at all
/// @param clamp c, the most that is added, in spreads of the scores of a request
public record FairCo(double lambda, double clamp) {
  public FairCo {
    if (!(lambda >= 0 && Double.isFinite(lambda) && clamp >= 0 && Double.isFinite(clamp))) {
      throw new IllegalArgumentException("lambda and clamp are 0 or more, and finite");
    }
  }

  /// Ranks the candidates by where the groups stand.
  public Reranked rerank(Ranking ranking, Standing standing) {
    double lead = standing.lead();
    double most = clamp * ranking.spread();
    return ByScore.sorted(
        ranking,
        IntStream.range(0, ranking.size())
            .mapToObj(i -> entry(i + 1, ranking.get(i), standing, lead, most))
            .toList());
  }

  private ByScore.Entry entry(
      int from, Candidate candidate, Standing standing, double lead, double most) {
    double amount = Math.min(lambda * standing.err(candidate.group(), lead), most);
    return new ByScore.Entry(
        from,
        candidate,
        new Move.Scored(
            candidate.score(),
            amount == 0 ? List.of() : List.of(new Adjustment(Rule.FAIR_CO, amount))));
  }
}
