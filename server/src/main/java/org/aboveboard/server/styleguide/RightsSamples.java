package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.explain.Change;
import org.aboveboard.server.explain.Sum;
import org.aboveboard.server.explain.Why;
import org.aboveboard.server.privacy.Choice;
import org.aboveboard.server.privacy.Erase;
import org.aboveboard.server.privacy.Held;
import org.aboveboard.server.privacy.Home;
import org.aboveboard.server.privacy.Job;
import org.aboveboard.server.privacy.Past;
import org.aboveboard.server.privacy.Shown;
import org.aboveboard.server.privacy.Step;
import org.aboveboard.server.privacy.Switch;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Bars;
import org.aboveboard.server.web.Cover;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Figure;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Part;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;

/// Privacy options and "why this?" with made-up numbers.
final class RightsSamples {
  private static final Receipt RECORD =
      new Receipt(
          "Record of this answer",
          List.of(
              new Fact("made", "2026-11-23 14:02:11 UTC"),
              new Fact("answer", "r-19K2"),
              new Fact("model", "version 48 211"),
              new Fact("policy", "9f2c 41aa 07be 5d10")));

  private RightsSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.put("explain-why", why(frame));
    pages.put("explain-why-nothing", nothing(frame));
    pages.put("privacy-home", home(frame));
    pages.put("privacy-home-empty", empty(frame));
    pages.put("privacy-erase", erase(frame, false));
    pages.put("privacy-erase-sure", erase(frame, true));
    pages.put("privacy-job-running", running(frame));
    pages.put("privacy-job-done", done(frame));
    pages.put("privacy-shown", new Shown(frame, ShopSamples.prompt(), RECORD));
    pages.putAll(VaultSamples.pages(frame));
    return pages;
  }

  static Figure figure() {
    return Bars.question("What weighed how much?")
        .answer("Mostly because you bought “Tide Tables”.")
        .unit("points of score")
        .add(
            List.of(
                term("Bought “Tide Tables”", 0.412),
                term("Opened “Night Ferry” 3 times", 0.2213),
                term("Rated “Kelp” 5 of 5", 0.0944),
                term("Opened “A Field Guide to Quiet Rivers”", 0.0311),
                term("Rated “Sea Poems” 2 of 5", -0.0828),
                term("Opened “Winter Bread”", 0.012),
                term("Opened “Small Engines”", -0.0071),
                term("Opened “How Bridges Stand”", 0.0021)),
            List.of(Part.of("Small publishers get a fair share of places", 0.03)),
            0.713);
  }

  private static Part term(String label, double value) {
    return new Part(
        label,
        value,
        Optional.of(
            new Act("/privacy/forget", "Forget this", label, List.of(new Fact("item", "b-1")))));
  }

  private static Why why(Frame frame) {
    Figure figure = figure();
    return new Why(
        frame,
        "The Salt Road",
        "T. Hallow",
        "/shop/item/b-1",
        Cover.quiet(1, 1, "The Salt Road", "T. Hallow"),
        "Mostly because you bought “Tide Tables” and opened “Night Ferry” 3 times. It would be 14th"
            + " without those.",
        Optional.of(figure),
        Optional.of(Sum.line("book", figure.total(), List.of("age", "sex", "place", "price"))),
        List.of(
            new Change("forget “Tide Tables”", "2nd", "11th", Optional.empty()),
            new Change("forget “Tide Tables” and “Night Ferry”", "2nd", "14th", Optional.empty())),
        Optional.of(new Link("The model’s card", "/transparency")),
        RECORD,
        new Link("Receipt of this answer", "/receipt/answer/1"));
  }

  private static Why nothing(Frame frame) {
    return new Why(
        frame,
        "Night Ferry",
        "M. Orrin",
        "/shop/item/b-11",
        Cover.quiet(11, 11, "Night Ferry", "M. Orrin"),
        "You’re seeing what many readers liked this week. We know nothing about you here.",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        RECORD,
        new Link("Receipt of this answer", "/receipt/answer/1"));
  }

  private static Home home(Frame frame) {
    Act off =
        new Act(
            "/privacy/withdraw",
            "Switch off",
            "Suggestions",
            List.of(new Fact("purpose", "recommendations")));
    Act pause =
        new Act(
            "/privacy/pause", "Pause everything", "keeps your data, uses none of it", List.of());
    return new Home(
        frame,
        Optional.empty(),
        List.of(
            new Choice(
                "Suggestions",
                "Books picked from what you open, buy and rate here.",
                State.ON,
                facts(),
                Optional.of(off),
                Optional.empty(),
                Optional.of(
                    new Choice.Keep(
                        "recommendations",
                        "90 days",
                        List.of(
                            new Choice.Length(7, "7 days", false),
                            new Choice.Length(30, "30 days", false),
                            new Choice.Length(90, "90 days", true))))),
            new Choice(
                "Taste profile",
                "A guess at what you care about, across topics. Nobody has approved it, so it can’t be on.",
                State.OFF,
                facts(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Choice(
                "E-mail tips",
                "A monthly note.",
                State.OFF_BY_YOU,
                facts(),
                Optional.empty(),
                Optional.of(new Link("Look at it again", "/consent?purpose=tips")),
                Optional.empty()),
            new Choice(
                "Order service",
                "Sends what you buy and answers your questions. Needed for what you ask us for.",
                State.fixed("Part of what you asked for"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        List.of(
            part("Suggested for you", State.ON, "home-row"),
            part("Readers of this book also read", State.OFF_BY_YOU, "item-page")),
        List.of(part("Opened a book’s page", State.ON, "views")),
        Optional.of(pause),
        held(),
        List.of(
            new Fact("Today 14:02", "suggestions used 212 records for the home row"),
            new Fact("9 Nov", "support looked at your orders. Reason: parcel lost")),
        List.of(
            new Past(
                "23 Nov 2026, 14:01",
                "said yes to Suggestions",
                "started to keep pages, purchases and ratings",
                new Link("48 210", "/receipt/48210"),
                Optional.of(new Link("what you saw", "/privacy/shown/48210"))),
            new Past(
                "2 Oct 2026, 09:40",
                "switched off E-mail tips",
                "erased 3 records and stopped the note",
                new Link("41 007", "/receipt/41007"),
                Optional.empty())));
  }

  private static Switch part(String name, State state, String id) {
    return new Switch(
        name,
        state,
        new Act("/privacy/switch", "Switch off", name, List.of(new Fact("surface", id))));
  }

  private static List<Fact> facts() {
    return List.of(
        new Fact("Kept", "90 days, then erased"),
        new Fact("Shared", "with no one"),
        new Fact("If it is off", "you see what’s popular"));
  }

  private static List<Held> held() {
    return List.of(
        new Held(
            "Pages you opened",
            187,
            "Suggestions",
            "until 21 Feb 2027 at the latest",
            List.of("“Night Ferry”, today 13:58", "“Small Engines”, today 13:51")),
        new Held(
            "Purchases",
            12,
            "Order service, Suggestions",
            "7 years, for tax law; for Suggestions 90 days",
            List.of("“Tide Tables”, 19 Nov")),
        new Held("Ratings", 9, "Suggestions", "until 18 Feb 2027 at the latest", List.of()));
  }

  private static Home empty(Frame frame) {
    return new Home(
        frame,
        Optional.of(
            "Your browser sends Global Privacy Control. Nothing is on unless you say yes to it by name."),
        List.of(
            new Choice(
                "Suggestions",
                "Books picked from what you open, buy and rate here.",
                State.OFF,
                facts(),
                Optional.empty(),
                Optional.of(new Link("Turn on", "/consent?purpose=recommendations")),
                Optional.empty())),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Erase erase(Frame frame, boolean sure) {
    return new Erase(
        frame,
        held(),
        List.of(
            "Suggestions are off, and you see what’s popular.",
            "The model is made again without you."),
        List.of(new Fact("12 purchases", "7 years, for tax law. Used for that alone.")),
        sure);
  }

  private static Job running(Frame frame) {
    return new Job(
        frame,
        "Erasing",
        List.of(
            new Step("Your records", State.DONE, "208 erased"),
            new Step("The model", State.watch("Under way"), "version 48 212"),
            new Step("Your key", State.WAITING, "")),
        Optional.empty(),
        List.of());
  }

  private static Job done(Frame frame) {
    return new Job(
        frame,
        "Erased",
        List.of(
            new Step("Your records", State.DONE, "208 erased"),
            new Step("The model", State.DONE, "as if you had never been here"),
            new Step("Your key", State.DONE, "destroyed"),
            new Step("Second look by other code", State.DONE, "0 found")),
        Optional.of(
            new Receipt(
                "Receipt for what you erased",
                List.of(
                    new Fact("erased", "2026-11-23 14:03:09 UTC"),
                    new Fact("what", "208 records, 1 key"),
                    new Fact("model", "version 48 212, exact"),
                    new Fact("stays", "12 purchases until 2033, tax law"),
                    new Fact("backups", "overwritten by 21 Dec 2026"),
                    new Fact("entry", "48 212"),
                    new Fact("digest", "6b1f 0c77 e2a9 4d03 91c5 88fe 2b60 a417")))),
        List.of(new Link("Receipt: erased here", "/receipt/erasure/1/done")));
  }
}
