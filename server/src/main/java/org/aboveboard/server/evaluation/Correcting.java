package org.aboveboard.server.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.aboveboard.fairness.correct.Candidate;
import org.aboveboard.fairness.correct.FairCo;
import org.aboveboard.fairness.correct.Ranking;
import org.aboveboard.fairness.correct.Reranked;
import org.aboveboard.fairness.correct.Standing;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.models.Figures;
import org.aboveboard.models.Ranker;
import org.aboveboard.models.Split.Holdout;
import org.aboveboard.policy.Correction;
import org.aboveboard.server.evaluation.Curve.Tried;

/// Correction at several strengths: what the worst-off group of items gets by it, and what that
/// takes from accuracy. The people are served one after another, as a server would.
record Correcting(Matter matter, Chosen chosen, Declared declared) {
  /// What is tried where nothing is declared.
  private static final Correction USUAL =
      new Correction("", new Correction.Strength(0, 0.02, 0.004, 0.002), 0.5, 0.1);

  private static final List<Double> PARTS = List.of(0.0, 0.005, 0.02, 0.1, 1.0);
  private static final int POOL = 100;
  private static final int HALVINGS = 6;

  Curve curve() {
    Attention attention =
        declared
            .envelope()
            .filter(one -> matter.fair().containsKey(one.groups()))
            .map(one -> Attention.of(matter, one.groups()))
            .orElseGet(() -> Attention.of(matter));
    double own = declared.envelope().map(one -> one.correction().strength().highest()).orElse(0.0);
    TreeSet<Double> strengths = new TreeSet<>();
    PARTS.forEach(part -> strengths.add(part * correction().strength().highest()));
    strengths.add(own);
    return Curve.of(
        "the strength of the correction",
        chosen.placed().entrant().name(),
        attention.words(),
        false,
        "NDCG@100",
        attention.why() + " " + why(),
        strengths.stream().map(strength -> tried(attention, strength, strength == own)).toList());
  }

  private Correction correction() {
    return declared.envelope().map(Declared.Envelope::correction).orElse(USUAL);
  }

  private String why() {
    String bounds =
        String.format(
            Locale.ROOT,
            "At most %s spreads of the scores are added, and no list loses more than %.0f %%.",
            Double.toString(correction().clamp()),
            100 * correction().loss());
    return declared.envelope().isPresent()
        ? "The strongest that the policy allows is marked. " + bounds
        : "The policy declares no correction; 0, which is none, is marked. " + bounds;
  }

  private Tried tried(Attention attention, double strength, boolean isChosen) {
    Standing standing = Standing.START;
    List<List<Integer>> lists = new ArrayList<>();
    double sum = 0;
    for (Holdout one : matter.split().test()) {
      Reranked after = list(attention, one, strength, standing);
      List<Integer> order = after.order();
      lists.add(order.stream().limit(declared.length()).toList());
      sum += Figures.of(order, one.heldOut()).ndcg100();
      standing =
          standing.after(
              after.groups().stream().limit(declared.length()).toList(),
              PositionWeights.log(),
              attention.claim());
    }
    return new Tried(
        strength == 0 ? "none" : plain(strength),
        attention.least(lists),
        sum / matter.split().test().size(),
        isChosen);
  }

  private static String plain(double strength) {
    return new BigDecimal(strength).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  /// Half as strong, and again, until the list loses no more than is allowed.
  private Reranked list(Attention attention, Holdout one, double strength, Standing standing) {
    Ranking pool = new Ranking(candidates(chosen.ranker(), attention, one));
    FairCo held = new FairCo(strength, correction().clamp());
    for (int halving = 0; halving < HALVINGS; halving++) {
      Reranked after = held.rerank(pool, standing);
      if (isWithin(after)) {
        return after;
      }
      held = new FairCo(held.lambda() / 2, held.clamp() / 2);
    }
    return new FairCo(0, 0).rerank(pool, standing);
  }

  private boolean isWithin(Reranked after) {
    List<Reranked.Placed> shown = after.items().stream().limit(declared.length()).toList();
    return new Reranked(after.before(), shown).utilityLoss().known().orElse(0)
        <= correction().loss();
  }

  private static List<Candidate> candidates(Ranker ranker, Attention attention, Holdout one) {
    return ranker.recommend(one.told(), POOL, item -> !one.told().has(item)).stream()
        .map(scored -> new Candidate(scored.item(), attention.of(scored.item()), scored.score()))
        .toList();
  }
}
