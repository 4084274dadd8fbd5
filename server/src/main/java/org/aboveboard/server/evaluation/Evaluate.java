package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;
import org.aboveboard.fairness.Sample;
import org.aboveboard.models.Figures;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Protocol.Served;
import org.aboveboard.models.Row;
import org.aboveboard.models.leak.Leverages;
import org.aboveboard.models.leak.Membership;
import org.aboveboard.policy.Model.Limit;

/// Measures all there is to say of the model that a contest chose.
///
/// @param salt what the division into people depended on
/// @param limits what its policy declares
public record Evaluate(
    Matter matter, String salt, int smallest, Set<Limit> limits, RandomGenerator random) {
  private static final double OF_95_PERCENT = 1.96;

  public Evaluate {
    limits = Set.copyOf(limits);
  }

  /// The whole report.
  public Report report(Contest contest) {
    Contest.Placed chosen = contest.chosen();
    List<Served> served = chosen.result().servedTest();
    Showing showing = Showing.of(matter, served);
    List<Report.Segment> segments = new BySegment(matter, new Floor(smallest)).of(served);
    List<Report.Groups> groups = showing.groups();
    List<Report.Leak> leaks =
        new Leaking(matter, smallest, random).of(chosen.entrant().fit(rows()));
    List<Report.Named> figures = new ArrayList<>(showing.figures());
    figures.addAll(steadiness(chosen.entrant()));
    figures.addAll(memory(chosen.entrant()));
    return new Report(
        Report.FORMAT,
        data(),
        contest.placed().stream().map(Evaluate::model).toList(),
        chosen.entrant().name(),
        segments,
        groups,
        figures,
        leaks,
        chosen.entrant() instanceof Entrant.Dense dense
            ? new Prices(matter, dense).all()
            : List.of(),
        new Gate(measured(chosen, segments, groups, figures, leaks)).hold(limits));
  }

  private List<Row> rows() {
    return matter.split().rows();
  }

  private Report.Data data() {
    return new Report.Data(
        matter.name(),
        salt,
        matter.split().items().length,
        rows().size(),
        matter.split().validation().size(),
        matter.split().test().size(),
        smallest);
  }

  private static Report.Model model(Contest.Placed placed) {
    Figures test = placed.result().test();
    Sample each =
        Sample.of(
            placed.result().servedTest().stream()
                .mapToDouble(one -> one.figures().ndcg100())
                .toArray());
    double error = Math.sqrt(each.variance().known().orElse(0) / Math.max(1, each.size()));
    return new Report.Model(
        placed.entrant().name(),
        test.recall20(),
        test.recall50(),
        test.ndcg10(),
        test.ndcg100(),
        test.hit10(),
        test.reciprocalRank(),
        test.ndcg100() - OF_95_PERCENT * error,
        test.ndcg100() + OF_95_PERCENT * error,
        placed.chosenBy());
  }

  private List<Report.Named> steadiness(Entrant entrant) {
    return entrant
        .learner(rows())
        .map(learner -> new Steadiness(learner, held(), random))
        .map(steadiness ->
            List.of(
                named(
                    "stability",
                    "overlap (RBO) of the first 20 before and after one act is taken back",
                    steadiness.afterOneAct()),
                named(
                    "stability-person",
                    "overlap (RBO) of the first 20 before and after another person leaves",
                    steadiness.afterOnePerson())))
        .orElse(List.of());
  }

  private List<Row> held() {
    return rows().stream().filter(row -> row.size() > 0).toList();
  }

  /// How much the model remembers single people.
  private List<Report.Named> memory(Entrant entrant) {
    List<Row> outside = matter.split().test().stream().map(one -> one.told()).toList();
    Membership membership = Membership.of(entrant.fit(rows()), held(), outside);
    List<Report.Named> memory = new ArrayList<>();
    memory.add(
        named(
            "membership",
            "how well a person in the model is told from one who is not; 0.5 is guessing",
            Figure.of(membership.auc())));
    if (entrant instanceof Entrant.Dense dense) {
      Learner learner = dense.learnt(rows());
      Leverages leverages = Leverages.of(held(), learner::leverage);
      memory.add(
          named(
              "leverage",
              "largest share of one person in their own list",
              Figure.of(leverages.max())));
      memory.add(
          named(
              "leverage-mean",
              "mean share of a person in their own list",
              Figure.of(leverages.mean())));
    }
    return memory;
  }

  private static Report.Named named(String figure, String words, Figure value) {
    return new Report.Named(figure, words, Report.Answer.of(value));
  }

  /// What limits may name.
  private static Map<String, Report.Answer> measured(
      Contest.Placed chosen,
      List<Report.Segment> segments,
      List<Report.Groups> groups,
      List<Report.Named> figures,
      List<Report.Leak> leaks) {
    Map<String, Report.Answer> measured = new HashMap<>();
    Figures test = chosen.result().test();
    measured.put("recall20", answer(test.recall20()));
    measured.put("recall50", answer(test.recall50()));
    measured.put("ndcg10", answer(test.ndcg10()));
    measured.put("ndcg100", answer(test.ndcg100()));
    measured.put("hit10", answer(test.hit10()));
    measured.put("mrr", answer(test.reciprocalRank()));
    figures.forEach(figure -> measured.put(figure.figure(), figure.value()));
    segments.stream()
        .flatMap(segment -> segment.gap().value().stream())
        .max(Double::compare)
        .ifPresent(gap -> measured.put("quality-gap", answer(gap)));
    segments.stream()
        .flatMap(segment -> segment.groups().stream())
        .flatMap(group -> group.value().stream())
        .min(Double::compare)
        .ifPresent(worst -> measured.put("worst-group", answer(worst)));
    groups.stream()
        .flatMap(group -> group.minMaxRatio().value().stream())
        .min(Double::compare)
        .ifPresent(ratio -> measured.put("exposure-ratio", answer(ratio)));
    leaks.stream()
        .map(Report.Leak::excess)
        .max(Double::compare)
        .ifPresent(leak -> measured.put("leak", answer(leak)));
    return measured;
  }

  private static Report.Answer answer(double value) {
    return new Report.Answer(Optional.of(value), Optional.empty());
  }
}
