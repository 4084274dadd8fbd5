package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.chart.Band;
import org.aboveboard.server.chart.Chart;
import org.aboveboard.server.chart.Dots;
import org.aboveboard.server.monitor.Fairness;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.State;

/// The page of what the monitors found, with made-up facts.
final class FairnessSamples {
  private static final String SOURCE = "what was shown from 3 Nov 2026 on";
  private static final String LIKELY =
      "The faded part is where the true mean lies, at every moment at once";

  private FairnessSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.put("fairness-nothing", new Fairness(frame, List.of(), List.of()));
    pages.put("fairness-broken", new Fairness(frame, List.of(broken(), quiet()), List.of(loop())));
    return pages;
  }

  private static Fairness.Watch broken() {
    String sentence =
        "Since 12 Nov 2026, 00:01 UTC: small publishers get less than four fifths of what the"
            + " others get.";
    return new Fairness.Watch(
        "small-publishers",
        "Are small publishers shown as much as their part of the shelves?",
        State.alarm("Promise broken"),
        sentence,
        List.of(
            new Fact("Where", "Suggested for you"),
            new Fact("Promise", "each group gets at least four fifths of what the others get"),
            new Fact("Who looks at an alarm", "ethics-officer")),
        List.of(dots(sentence), band()),
        List.of("small publishers: from 12 Nov 2026, 00:01 UTC, and still"),
        List.of("13 Nov 2026, 00:01 UTC: small publishers are moved up a little."),
        List.of("14 Nov 2026, 00:02 UTC: Allow more. Nobody has decided it yet."));
  }

  private static Chart dots(String sentence) {
    return Chart.question("What does each group get?")
        .answer(sentence)
        .unit("times its fair share")
        .uncertain(LIKELY)
        .source(SOURCE)
        .dots(
            new Dots(
                List.of(
                    new Dots.Shown("large publishers", 812, 1.21, 1.15, 1.27),
                    new Dots.Shown("small publishers", 812, 0.62, 0.55, 0.69),
                    new Dots.Hidden("publishers of one book", "fewer than 20 people")),
                Optional.of(new Dots.Mark("fair share", 1))));
  }

  private static Chart band() {
    return Chart.question("How did that go for small publishers?")
        .answer("The mean so far is 21.4 %; fair would be 34 %.")
        .unit("the share of the attention that a list gets")
        .uncertain(LIKELY)
        .source(SOURCE)
        .band(
            new Band(
                List.of(
                    new Band.Moment("3 Nov 2026", 0.1, 0.24, 0.4),
                    new Band.Moment("4 Nov 2026", 0.14, 0.22, 0.3),
                    new Band.Moment("5 Nov 2026", 0.17, 0.214, 0.26)),
                Optional.of(new Dots.Mark("fair share", 0.34))));
  }

  private static Fairness.Watch quiet() {
    return new Fairness.Watch(
        "ages",
        "Are suggestions as useful to the young as to the old?",
        new State("○", "Nothing yet", "muted"),
        "It has begun. The first look is on 1 Dec 2026.",
        List.of(new Fact("Whom", "not shown: fewer than 20 people the last time")),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Fairness.Loop loop() {
    return new Fairness.Loop(
        "home-row",
        "Suggested for you",
        List.of(
            "41 % of what was done on the last day was done with something we had shown before."));
  }
}
