package org.aboveboard.server.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.aboveboard.fairness.Exposure;
import org.aboveboard.models.Figures;
import org.aboveboard.models.Protocol;
import org.aboveboard.models.Split;
import org.aboveboard.server.evaluation.Matter;

/// The printed table of an evaluation.
record Table(Terminal terminal, Split split) {
  private static final int LIST = 10;

  void heading() {
    terminal.say(
        "%,d of 4 stars or more; %,d people to learn from, %,d to choose by, %,d to report on; %,d"
            + " items",
        split.positives(),
        split.trained().size(),
        split.validation().size(),
        split.test().size(),
        split.items().length);
    terminal.say("");
    String figures = "recall20  recall50  ndcg100   ndcg10    hit10";
    terminal.say("%-16s%-50s  %s", "", "people to choose by", "people to report on");
    terminal.say("%-16s%-50s  %s", "model", figures, figures);
  }

  void popularity(Protocol.Result result) {
    row("popularity", result);
  }

  void fit(Protocol.Fit fit) {
    row("EASE " + plain(fit.lambda()), fit.result());
  }

  private void row(String model, Protocol.Result result) {
    terminal.say("%-16s%s%s", model, figures(result.validation()), figures(result.test()));
  }

  private static String figures(Figures figures) {
    return String.format(
        Locale.ROOT,
        "%-10.6f%-10.6f%-10.6f%-10.6f%-12.6f",
        figures.recall20(),
        figures.recall50(),
        figures.ndcg100(),
        figures.ndcg10(),
        figures.hit10());
  }

  /// Marks the ridge that did best on the people to choose by.
  void best(Protocol.Fit best, Protocol.Result popularity) {
    String model = "EASE " + plain(best.lambda());
    terminal.say("");
    terminal.say("* best by ndcg100 on the people to choose by: %s", model);
    exposure(model, best.result());
    exposure("popularity", popularity);
  }

  private void exposure(String model, Protocol.Result result) {
    int[] items = split.items();
    int[] counts = Protocol.exposure(result.servedTest(), LIST, items);
    Exposure exposure = Exposure.of(Arrays.stream(counts).asLongStream().toArray());
    terminal.say(
        "  top %d of %s: gini %s, coverage %d of %d items (%s), mean popularity %s",
        LIST,
        model,
        six(exposure.gini()),
        exposure.coverage(),
        exposure.items(),
        six(exposure.coverageShare()),
        six(exposure.meanPopularity(Matter.counts(split))));
  }

  private static String six(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.6f", value.getAsDouble()) : "none";
  }

  private static String plain(double lambda) {
    return lambda == Math.rint(lambda) && lambda < 1e15
        ? Long.toString((long) lambda)
        : Double.toString(lambda);
  }
}
