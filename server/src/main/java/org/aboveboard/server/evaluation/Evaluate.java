package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// Measures all there is to say of the model that a contest chose.
///
/// @param salt what the division into people depended on
/// @param declared what its policy chose
public record Evaluate(
    Matter matter, String salt, int smallest, Declared declared, RandomGenerator random) {
  private static final double OF_95_PERCENT = 1.96;

  /// The whole report.
  public Report report(Contest contest) {
    Chosen chosen = Chosen.of(contest.chosen(), rows());
    List<Served> served = chosen.placed().result().servedTest();
    Showing showing = Showing.of(matter, served);
    List<Report.Segment> segments = new BySegment(matter, new Floor(smallest)).of(served);
    List<Report.Groups> groups = showing.groups();
    Leaking leaking = new Leaking(matter, smallest, random);
    List<Report.Leak> leaks = leaking.of(chosen.ranker(), Lengths.with(declared.length()));
    List<Report.Named> figures = new ArrayList<>(showing.figures());
    figures.addAll(steadiness(chosen));
    figures.addAll(retraining(chosen));
    figures.addAll(memory(chosen));
    Optional<Entrant.Dense> priced = contest.dense();
    return new Report(
        Report.FORMAT,
        data(),
        contest.placed().stream().map(Evaluate::model).toList(),
        chosen.placed().entrant().name(),
        segments,
        groups,
        figures,
        leaks,
        priced.map(Entrant::name),
        frontier(chosen, priced, leaking, leaks),
        new Gate(measured(chosen, showing, segments, figures, leaks)).hold(declared.limits()));
  }

  private List<Curve> frontier(
      Chosen chosen, Optional<Entrant.Dense> priced, Leaking leaking, List<Report.Leak> leaks) {
    Entrant entrant = chosen.placed().entrant();
    List<Curve> curves =
        new ArrayList<>(new Trying(matter, entrant, declared, salt.hashCode()).all());
    curves.add(new Correcting(matter, chosen, declared).curve());
    curves.addAll(new Lengths(matter, chosen.placed(), leaks, declared.length()).all());
    priced.ifPresent(
        dense -> curves.addAll(new Tuning(matter, dense, leaking, declared.length()).all()));
    return curves;
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
        smallest,
        matter.isLive());
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

  private List<Report.Named> steadiness(Chosen chosen) {
    return chosen
        .learner()
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

  private List<Report.Named> retraining(Chosen chosen) {
    Retraining retraining =
        new Retraining(matter, chosen.placed().entrant(), chosen.ranker(), salt.hashCode());
    List<Report.Named> figures = new ArrayList<>();
    figures.add(
        named(
            "stability-retraining",
            "overlap (RBO) of the first 20 with those of a model without a tenth of the people",
            retraining.withoutATenth()));
    retraining
        .ofSomeDaysBefore()
        .ifPresent(figure ->
            figures.add(
                named(
                    "stability-successive",
                    "overlap (RBO) of the first 20 with those of the model a tenth of the time"
                        + " before",
                    figure)));
    return figures;
  }

  private List<Row> held() {
    return rows().stream().filter(row -> row.size() > 0).toList();
  }

  /// How much the model remembers single people.
  private List<Report.Named> memory(Chosen chosen) {
    List<Row> outside = matter.split().test().stream().map(one -> one.told()).toList();
    Membership membership = Membership.of(chosen.ranker(), held(), outside);
    List<Report.Named> memory = new ArrayList<>();
    memory.add(
        named(
            "membership",
            "how well a person in the model is told from one who is not; 0.5 is guessing",
            Figure.of(membership.auc())));
    if (chosen.learner().orElse(null) instanceof Learner learner) {
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
  private static Map<org.aboveboard.policy.Figure, Report.Answer> measured(
      Chosen chosen,
      Showing showing,
      List<Report.Segment> segments,
      List<Report.Named> figures,
      List<Report.Leak> leaks) {
    Measured measured = new Measured();
    measured.accuracy(chosen.placed().result().test());
    figures.forEach(measured::named);
    segments.forEach(measured::gap);
    leaks.forEach(measured::leak);
    showing.leastShare().ifPresent(measured::exposure);
    return measured.all();
  }
}
