package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.models.Evaluation;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Protocol.Served;
import org.aboveboard.models.Row;
import org.aboveboard.models.Snapshot;
import org.aboveboard.models.leak.Leverages;
import org.aboveboard.models.leak.Membership;
import org.aboveboard.server.evaluation.Curve.Tried;

/// The settings of the model over all pairs of items: how strongly it is held back, against what it
/// remembers and gives away of people; and its output scale, against what everybody likes anyway.
record Tuning(Matter matter, Entrant.Dense chosen, Leaking leaking, int length) {
  private static final List<Double> SCALES = List.of(0.0, 0.1, 0.3, 0.5, 0.7);
  private static final List<Double> TIMES = List.of(0.25, 0.5, 1.0, 2.0, 4.0);
  private static final String UP = "NDCG@100";

  List<Curve> all() {
    List<Ridge> ridges = TIMES.stream().map(this::ridge).toList();
    return List.of(
        curve(
            "the ridge",
            "how well a person in the model is told from one who is not",
            "0.5 is guessing.",
            ridges.stream().map(one -> one.tried(Optional.of(one.membership()))).toList()),
        curve(
            "the ridge",
            "largest share of one person in their own list",
            "The more the model is held back, the less it leans on one person.",
            ridges.stream().map(one -> one.tried(Optional.of(one.leverage()))).toList()),
        curve(
            "the ridge",
            "what lists give away of a group, beyond popular items",
            ridges.getFirst().leak().isPresent()
                ? "Of the first " + length + "; the worst of all groups that could be attacked."
                : "No group is large enough to be attacked, or nobody is in one.",
            ridges.stream().map(one -> one.tried(one.leak())).toList()),
        curve(
            "the output scale",
            "mean popularity of what is shown",
            "A larger scale, xi, shows less of what everybody likes.",
            scales()));
  }

  private Curve curve(String of, String across, String why, List<Tried> tried) {
    return Curve.of(of, chosen.name(), across, true, UP, why, tried);
  }

  private record Ridge(
      double lambda,
      double accuracy,
      double membership,
      double leverage,
      Optional<Double> leak,
      boolean isChosen) {
    Tried tried(Optional<Double> across) {
      return new Tried(String.format(Locale.ROOT, "%.0f", lambda), across, accuracy, isChosen);
    }
  }

  private Ridge ridge(double times) {
    Entrant.Dense entrant = new Entrant.Dense(chosen.lambda() * times, chosen.xi());
    Learner learner = entrant.learnt(matter.split().rows());
    Snapshot ranker = learner.snapshot();
    List<Row> members = matter.split().rows().stream().filter(row -> row.size() > 0).toList();
    List<Row> others = matter.split().test().stream().map(one -> one.told()).toList();
    return new Ridge(
        entrant.lambda(),
        Evaluation.mean(Evaluation.of(ranker, matter.split().test())).ndcg100(),
        Membership.of(ranker, members, others).auc(),
        Leverages.of(members, learner::leverage).max(),
        leaking.worst(ranker, length),
        times == 1);
  }

  private List<Tried> scales() {
    List<Double> scales = new ArrayList<>(SCALES);
    if (!scales.contains(chosen.xi())) {
      scales.add(chosen.xi());
    }
    return scales.stream().sorted().map(this::scale).toList();
  }

  private Tried scale(double xi) {
    Entrant entrant = new Entrant.Dense(chosen.lambda(), xi);
    List<Served> served = Evaluation.of(entrant.fit(matter.split().rows()), matter.split().test());
    return new Tried(
        String.format(Locale.ROOT, "%.1f", xi),
        Report.Answer.of(Showing.of(matter, served).arp()).value(),
        Evaluation.mean(served).ndcg100(),
        xi == chosen.xi());
  }
}
