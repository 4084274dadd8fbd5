package org.aboveboard.server.simulate;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.aboveboard.server.chart.Chart;
import org.aboveboard.server.chart.Dots;
import org.aboveboard.server.chart.Lines;
import org.aboveboard.server.evaluation.Page;
import org.aboveboard.server.web.Markup;

/// A simulation as one page that stands by itself: sentences first, then pictures. It runs no
/// script and asks nothing of any other machine.
public record SimulationPage(Simulation simulation) {
  private static final String SMALL = "small";

  /// The page.
  public String html() {
    StringBuilder body = new StringBuilder();
    Scenario scenario = simulation.scenario();
    body.append("<h1>").append(Markup.text(scenario.question())).append("</h1>");
    sentences().forEach(words -> body.append("<p>").append(Markup.text(words)).append("</p>"));
    charts().forEach(chart -> body.append(chart.html()));
    return Page.of("Simulation: " + scenario.question(), body.toString());
  }

  /// What came out, in words.
  public List<String> sentences() {
    Scenario scenario = simulation.scenario();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        say(
            "%,d made-up people were shown lists of %d out of %,d made-up items, day after day for %d"
                + " days, by this very server; it learnt each night from what they did.",
            scenario.people(), scenario.listLength(), scenario.items(), scenario.rounds()));
    sentences.add(happening(scenario.happens()));
    sentences.add(
        "Quality is spread in the same way over large and small publishers, and people choose by"
            + " taste alone. So attention has no good reason to differ.");
    if (!simulation.corrects()) {
      sentences.add("The policy declares nothing that would put lists right.");
    }
    simulation.sides().forEach(side -> sentences.add(sentence(side)));
    sentences.addAll(effects());
    sentences.add(
        "This is a model of people, not people. It shows what a rule does to a loop, and not how"
            + " much of it will happen.");
    return sentences;
  }

  private static String happening(Happening happening) {
    return switch (happening) {
      case Happening.Nothing _ -> "Nothing else happened.";
      case Happening.Stops(String segment, int round, double share) ->
          say(
              "On day %d, %.0f %% of the people in %s took their yes back.",
              round, 100 * share, segment);
      case Happening.Pushes(int round, int accounts, int fillers) ->
          say(
              "On day %d, %,d new accounts acted on one item that does people little good, and on %d"
                  + " well-known ones.",
              round, accounts, fillers);
      case Happening.Changes(int round, String policy) ->
          say("On day %d the policy %s took over, in one of the two runs.", round, policy);
    };
  }

  private static String sentence(Simulation.Side side) {
    return say(
        "%s: small publishers got %.2f times their part of the shelves on the first day and %.2f"
            + " times on the last. Over all days the groups were %.2f apart. Lists were as good as %.0f"
            + " %% of the best ones, and %.0f %% at the end.",
        capital(side.name()),
        small(side.first()),
        small(side.last()),
        side.last().unfairness(),
        100 * side.first().accuracy(),
        100 * side.last().accuracy());
  }

  /// What followed from what happened, per run.
  private List<String> effects() {
    return switch (simulation.scenario().happens()) {
      case Happening.Nothing _ -> List.of();
      case Happening.Stops(String segment, int round, _) ->
          each(
              round,
              "lists for people of " + segment + " did %.2f good the day before, and %.2f that day",
              one -> Optional.ofNullable(one.utilityOf().get(segment)).orElse(0.0));
      case Happening.Pushes(int round, _, _) ->
          each(
              round,
              "a share of %.3f of lists held the pushed item the day before, and %.3f that day",
              one -> one.pushed().orElse(0.0));
      case Happening.Changes(int round, _) ->
          each(
              round,
              "lists were worth %.2f of the best the day before, and %.2f that day",
              Round::accuracy);
    };
  }

  private List<String> each(int round, String words, ToDoubleFunction<Round> value) {
    return round == 1
        ? List.of()
        : simulation.sides().stream()
            .map(side ->
                capital(side.name())
                    + ": "
                    + String.format(
                        Locale.ROOT,
                        words,
                        value.applyAsDouble(side.rounds().get(round - 2)),
                        value.applyAsDouble(side.rounds().get(round - 1)))
                    + ".")
            .toList();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static double small(Round round) {
    return Optional.ofNullable(round.exposure().get(SMALL)).orElse(0.0);
  }

  private List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    charts.add(
        chart(
            "Are small publishers shown as often as others, for what they have on the shelves?",
            "times their part of the catalogue",
            SimulationPage::small,
            Optional.of(new Dots.Mark("as much as on the shelves", 1))));
    charts.add(
        chart(
            "How far apart are the groups, over all days until then?",
            "difference of exposure for their part of the catalogue",
            Round::unfairness,
            Optional.of(new Dots.Mark("alike", 0))));
    charts.addAll(happenings());
    charts.add(plain("Are lists as good as they could be?", "NDCG by true taste", Round::accuracy));
    charts.add(
        plain("How much good do lists do people?", "true utility, from 0 to 1", Round::utility));
    charts.add(plain("How unevenly are items shown?", "Gini coefficient", Round::gini));
    charts.add(plain("How much of the catalogue is shown?", "share", Round::coverage));
    charts.add(
        plain(
            "How popular is what is shown?",
            "people who had done something with it",
            Round::popularity));
    charts.add(plain("How widely is attention spread?", "bits", Round::entropy));
    charts.add(plain("How alike are the lists of two people?", "share in common", Round::alike));
    charts.add(plain("How many alarms are open?", "alarms", round -> round.alarms()));
    return charts;
  }

  private List<Chart> happenings() {
    return switch (simulation.scenario().happens()) {
      case Happening.Stops(String segment, _, _) ->
          List.of(
              plain(
                  "How good are lists for those who stopped consenting, and their neighbours?",
                  "true utility, from 0 to 1",
                  round -> Optional.ofNullable(round.utilityOf().get(segment)).orElse(0.0)),
              plain("How many lists are personal?", "share", Round::personal));
      case Happening.Pushes _ ->
          List.of(
              plain(
                  "How many lists hold the item that was pushed?",
                  "share of lists",
                  round -> round.pushed().orElse(0.0)));
      case Happening.Nothing _, Happening.Changes _ -> List.of();
    };
  }

  private Chart plain(String question, String unit, ToDoubleFunction<Round> value) {
    return chart(question, unit, value, Optional.empty());
  }

  private Chart chart(
      String question, String unit, ToDoubleFunction<Round> value, Optional<Dots.Mark> mark) {
    List<String> when =
        simulation.one().rounds().stream().map(round -> "day " + round.round()).toList();
    List<Lines.Line> lines =
        simulation.sides().stream()
            .map(side ->
                new Lines.Line(
                    side.name(), side.rounds().stream().map(value::applyAsDouble).toList()))
            .toList();
    return Chart.question(question)
        .answer(answer(value))
        .unit(unit)
        .exact()
        .source("the simulation, seed " + simulation.scenario().seed())
        .lines(new Lines(when, lines, mark));
  }

  private String answer(ToDoubleFunction<Round> value) {
    return String.join(
        " ",
        simulation.sides().stream()
            .map(side ->
                say(
                    "%s: %.3f on the first day, %.3f on the last.",
                    capital(side.name()),
                    value.applyAsDouble(side.first()),
                    value.applyAsDouble(side.last())))
            .toList());
  }

  @FormatMethod
  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
