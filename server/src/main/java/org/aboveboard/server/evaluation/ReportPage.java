package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aboveboard.server.chart.Chart;
import org.aboveboard.server.chart.Dots;
import org.aboveboard.server.web.Markup;

/// A report as one page that stands by itself: sentences first, then pictures, then the same as
/// tables. It runs no script and asks nothing of any other machine.
public record ReportPage(Report report) {
  private static final String PEOPLE = "people of whom a fifth of what they liked was held back";
  private static final String BELOW_THE_FLOOR =
      "a group is too small, or would give away one that is";
  private static final String OF_95 =
      "The faded part is where the true mean lies for 95 of 100 such draws of people";

  /// The page.
  public String html() {
    StringBuilder body = new StringBuilder();
    body.append("<h1>")
        .append(Markup.text("Evaluation of " + report.data().name()))
        .append("</h1>");
    sentences()
        .forEach(sentence -> body.append("<p>").append(Markup.text(sentence)).append("</p>"));
    body.append(limits());
    body.append(charts());
    body.append(new SteadyPart(report).html());
    body.append(new FrontierPart(report, source()).html());
    body.append(figures());
    return Page.of("Evaluation of " + report.data().name(), body.toString());
  }

  private List<String> sentences() {
    Report.Data data = report.data();
    Report.Model chosen = chosen();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        String.format(
            Locale.ROOT,
            "“%s” was chosen of %d ways of ranking because, of those that can be served, it guessed"
                + " best for %d people to choose by. Of what %d other people liked and it was not told, it has %.0f %% among its"
                + " first 20.",
            chosen.name(),
            report.models().size(),
            data.chosenBy(),
            data.reportedOn(),
            100 * chosen.recall20()));
    better(chosen)
        .ifPresent(better ->
            sentences.add(
                "“"
                    + better.name()
                    + "” guessed better for them. It is here to be held against, and no server runs"
                    + " it."));
    sentences.add(
        String.format(
            Locale.ROOT,
            "It learnt from %,d people and %,d items. All items competed for every list.",
            data.learned(),
            data.items()));
    if (data.isLive()) {
      sentences.add(
          "Nothing was read but what people agreed to be learnt from. What volunteers said of"
              + " themselves was not, so there is nothing here by groups of people.");
    }
    sentences.add("Groups of fewer than " + data.smallest() + " people are not shown.");
    return sentences;
  }

  private Optional<Report.Model> better(Report.Model chosen) {
    return report.models().stream()
        .max(Comparator.comparingDouble(Report.Model::ndcg100ToChooseBy))
        .filter(best -> best.ndcg100ToChooseBy() > chosen.ndcg100ToChooseBy());
  }

  private Report.Model chosen() {
    return report.models().stream()
        .filter(model -> model.name().equals(report.chosen()))
        .findFirst()
        .orElseThrow();
  }

  private String charts() {
    StringBuilder body = new StringBuilder(models().html());
    report.segments().forEach(segment -> body.append(segment(segment)));
    report.groups().forEach(groups -> body.append(groups(groups)));
    leaks().forEach((segment, leaks) -> body.append(leak(leaks).html()));
    return body.toString();
  }

  private Chart models() {
    List<Dots.Line> lines =
        report.models().stream()
            .<Dots.Line>map(model ->
                new Dots.Shown(
                    called(model.name()),
                    report.data().reportedOn(),
                    model.ndcg100(),
                    model.from(),
                    model.to()))
            .toList();
    return Chart.question("How well do the ways of ranking guess?")
        .answer(
            "“"
                + report.chosen()
                + "” was chosen by other people than those whose means are shown here.")
        .unit("NDCG@100")
        .uncertain(OF_95)
        .source(source())
        .dots(new Dots(lines, Optional.empty()));
  }

  private String called(String model) {
    return model.equals(report.chosen()) ? model + " (chosen)" : model;
  }

  private String source() {
    return report.data().name() + ", " + report.data().reportedOn() + " " + PEOPLE;
  }

  private String segment(Report.Segment segment) {
    String among =
        segment.stratum().equals(BySegment.ALL) ? "" : ", among people with a " + segment.stratum();
    if (segment.groups().isEmpty()) {
      return "<p>"
          + Markup.text(
              "By " + segment.segment() + among + " nothing is shown: " + BELOW_THE_FLOOR + ".")
          + "</p>";
    }
    List<Dots.Line> lines = new ArrayList<>();
    segment
        .groups()
        .forEach(one ->
            lines.add(
                new Dots.Shown(one.group(), one.people(), one.value(), one.from(), one.to())));
    hidden(segment.notShown(), BELOW_THE_FLOOR).ifPresent(lines::add);
    return Chart.question("Is it equally good whatever the " + segment.segment() + among + "?")
        .answer(answer(segment))
        .unit("NDCG@100")
        .uncertain(OF_95)
        .source(source())
        .dots(new Dots(lines, Optional.empty()))
        .html();
  }

  private static Optional<Dots.Line> hidden(int groups, String why) {
    return groups == 0
        ? Optional.empty()
        : Optional.of(new Dots.Hidden(groups == 1 ? "1 group" : groups + " groups", why));
  }

  private static String answer(Report.Segment segment) {
    return segment
            .gap()
            .value()
            .map(gap ->
                String.format(
                    Locale.ROOT, "The best and the worst served group are %.3f apart.", gap))
            .orElse("There are fewer than two groups that may be shown.")
        + segment
            .coverage()
            .map(share ->
                String.format(Locale.ROOT, " %.0f %% of all people are in a group.", 100 * share))
            .orElse("");
  }

  private String groups(Report.Groups groups) {
    List<Dots.Line> lines = new ArrayList<>();
    groups
        .shares()
        .forEach(share ->
            share
                .ratio()
                .value()
                .ifPresent(
                    ratio -> lines.add(new Dots.Shown(share.group(), 0, ratio, ratio, ratio))));
    if (lines.isEmpty()) {
      return "<p>"
          + Markup.text(
              "By " + groups.by() + " nothing can be held against " + groups.target() + ".")
          + "</p>";
    }
    hidden(groups.shares().size() - lines.size(), "there is no share to compare with")
        .ifPresent(lines::add);
    return Chart.question(
            "How much attention does each group by "
                + groups.by()
                + " get, against "
                + groups.target()
                + "?")
        .answer("1 is as much as " + groups.target() + "; 2 is twice that.")
        .unit("times its share")
        .exact()
        .source(source())
        .dots(new Dots(lines, Optional.of(new Dots.Mark("as much as its share", 1))))
        .html();
  }

  private Map<String, List<Report.Leak>> leaks() {
    return report.leaks().stream()
        .collect(
            Collectors.groupingBy(Report.Leak::segment, LinkedHashMap::new, Collectors.toList()));
  }

  private Chart leak(List<Report.Leak> leaks) {
    List<Dots.Line> lines =
        leaks.stream()
            .<Dots.Line>map(leak ->
                new Dots.Shown(
                    "first " + leak.listLength(),
                    report.data().learned(),
                    leak.auc(),
                    leak.auc(),
                    leak.auc()))
            .toList();
    Report.Leak longest = leaks.getLast();
    return Chart.question(
            "Do lists give away whether the "
                + longest.segment()
                + " is “"
                + longest.group()
                + "”?")
        .answer(
            String.format(
                Locale.ROOT,
                "0.5 is guessing. Of the first %d, popular items without what somebody has give away"
                    + " %.2f, ours %.2f.",
                longest.listLength(),
                longest.baseline(),
                longest.auc()))
        .unit("area under the curve of an attacker who knows others")
        .exact()
        .source(report.data().name() + ", the people who were learnt from")
        .dots(new Dots(lines, Optional.of(new Dots.Mark("guessing", 0.5))));
  }

  private String limits() {
    if (report.limits().isEmpty()) {
      return "<p>The policy declares no limits for this model.</p>";
    }
    String rows =
        report.limits().stream()
            .map(held ->
                row(
                    held.figure(),
                    held.bound() + " " + held.limit(),
                    shown(held.measured()),
                    held.isMet() ? "met" : "not met"))
            .collect(Collectors.joining());
    return "<h2>Does it keep to the declared limits?</h2><table><thead><tr><th scope=\"col\">Figure</th>"
        + "<th scope=\"col\">Limit</th><th scope=\"col\">Measured</th><th scope=\"col\"></th></tr></thead>"
        + "<tbody>"
        + rows
        + "</tbody></table>";
  }

  private String figures() {
    String rows =
        report.figures().stream()
            .map(figure -> row(figure.words(), figure.figure(), shown(figure.value())))
            .collect(Collectors.joining());
    return "<h2>More figures of “"
        + Markup.text(report.chosen())
        + "”</h2><table><thead><tr>"
        + "<th scope=\"col\">What</th><th scope=\"col\">Name</th><th scope=\"col\">Value</th></tr></thead>"
        + "<tbody>"
        + rows
        + "</tbody></table>";
  }

  private static String row(String head, String... cells) {
    StringBuilder row =
        new StringBuilder("<tr><th scope=\"row\">").append(Markup.text(head)).append("</th>");
    for (String cell : cells) {
      row.append("<td>").append(Markup.text(cell)).append("</td>");
    }
    return row.append("</tr>").toString();
  }

  private static String shown(Report.Answer answer) {
    return answer
        .value()
        .map(value -> String.format(Locale.ROOT, "%.4f", value))
        .orElseGet(() -> answer.none().orElse("none"));
  }
}
