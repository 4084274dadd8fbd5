package org.aboveboard.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aboveboard.policy.lint.Remark;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.measure.Needs;

/// The printed table of what is needed, line by line as it is measured.
record NeedTable(ReadPolicy read, Terminal terminal) {
  private static final String ROW = "  %-20s %-36s %s";

  /// Measures all there is to measure, and answers what is of no use.
  List<Remark> told(Needs needs, DataSet data, int seed) {
    terminal.say("Measured on %s, seed %d: %s", data.name(), seed, needs.measured());
    terminal.say(ROW, "", "NDCG@20", "recall@20");
    terminal.say(ROW, "with everything", four(needs.ndcg()), four(needs.recall()));
    var remarks = new ArrayList<Remark>();
    for (var part : needs.parts()) {
      var answer = needs.answer(part);
      terminal.say(ROW, part.without(), answer.ndcg().told(), answer.recall().told());
      if (answer.isNeedless()) {
        remarks.add(remark(answer));
      }
    }
    needs.unmeasured().forEach(line -> terminal.say("  %s", line));
    return remarks;
  }

  private static String four(double figure) {
    return String.format(Locale.ROOT, "%.4f", figure);
  }

  private Remark remark(Needs.Answer answer) {
    var part = answer.part();
    return new Remark(
        read.places().of(part.file(), part.path().toArray(String[]::new)),
        String.format(
            Locale.ROOT,
            "Answers are as good %s: NDCG@20 %s, recall@20 %s.",
            part.without(),
            answer.ndcg().told(),
            answer.recall().told()),
        "Remove it, or write what else it is for under 'accepted'.");
  }
}
