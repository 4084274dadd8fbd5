package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.models.Evaluation;
import org.aboveboard.models.Figures;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Protocol.Served;
import org.aboveboard.models.Row;
import org.aboveboard.models.leak.Leverages;

/// What is given up for what: accuracy against how many agree, how much each person does that is
/// used, how strongly the model is held back, and how much it favours what is popular anyway.
record Prices(Matter matter, Entrant.Dense chosen) {
  private static final List<Double> SHARES = List.of(0.1, 0.25, 0.5, 0.75, 1.0);
  private static final List<Double> SCALES = List.of(0.0, 0.1, 0.3, 0.5, 0.7);
  private static final List<Double> RIDGES = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  List<Report.Price> all() {
    List<Report.Price> prices = new ArrayList<>();
    SHARES.forEach(share -> prices.add(agreeing(share)));
    SHARES.forEach(share -> prices.add(kept(share)));
    RIDGES.forEach(times -> prices.add(ridge(times)));
    SCALES.forEach(xi -> prices.add(scale(xi)));
    return prices;
  }

  /// The people are in the order of their hashes, so the first of them are a fair draw.
  private Report.Price agreeing(double share) {
    List<Row> rows = matter.split().rows();
    List<Row> some = rows.subList(0, (int) Math.ceil(share * rows.size()));
    return price("people who agree", percent(share), chosen, some, share == 1);
  }

  /// Of each person only part of what they did, as it would be with a shorter retention.
  private Report.Price kept(double share) {
    List<Row> rows = matter.split().rows().stream().map(row -> part(row, share)).toList();
    return price("acts kept of each person", percent(share), chosen, rows, share == 1);
  }

  private static Row part(Row row, double share) {
    int left = (int) Math.ceil(share * row.size());
    // which ones does not depend on what they are: every third, fifth…
    return Row.of(
        IntStream.range(0, row.size())
            .filter(k -> (long) (k + 1) * left / row.size() > (long) k * left / row.size())
            .map(row::item)
            .toArray());
  }

  private Report.Price ridge(double times) {
    var entrant = new Entrant.Dense(chosen.lambda() * times, chosen.xi());
    List<Row> rows = matter.split().rows();
    Learner learner = entrant.learnt(rows);
    var leverages =
        Leverages.of(rows.stream().filter(r -> r.size() > 0).toList(), learner::leverage);
    return new Report.Price(
        "ridge",
        String.format(Locale.ROOT, "%.0f", entrant.lambda()),
        mean(Evaluation.of(learner.snapshot(), matter.split().test())).ndcg100(),
        "largest share of one person in their own list",
        Report.Answer.of(Figure.of(leverages.max())),
        times == 1);
  }

  private Report.Price scale(double xi) {
    return price(
        "xi",
        String.format(Locale.ROOT, "%.1f", xi),
        new Entrant.Dense(chosen.lambda(), xi),
        matter.split().rows(),
        xi == chosen.xi());
  }

  private Report.Price price(
      String of, String setting, Entrant entrant, List<Row> rows, boolean isChosen) {
    List<Served> served = Evaluation.of(entrant.fit(rows), matter.split().test());
    return new Report.Price(
        of,
        setting,
        mean(served).ndcg100(),
        "mean popularity of what is shown",
        Report.Answer.of(Showing.of(matter, served).arp()),
        isChosen);
  }

  private static Figures mean(List<Served> served) {
    return Evaluation.mean(served);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
