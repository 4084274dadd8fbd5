package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.operate.Line;
import org.aboveboard.server.operate.SignIn;
import org.aboveboard.server.operate.Today;
import org.aboveboard.server.transparency.Declared;
import org.aboveboard.server.transparency.Notice;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Persona;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.Trouble;

/// The public notice, the staff's pages and the page for trouble, with made-up facts.
final class PublicSamples {
  private PublicSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.put("transparency-notice", notice(frame));
    pages.put("operate-sign-in", new SignIn(frame, Optional.empty(), staff()));
    pages.put(
        "operate-sign-in-wrong",
        new SignIn(
            frame, Optional.of("That key is not known here. Check it and try again."), List.of()));
    pages.put("operate-today", today(frame));
    pages.put("operate-today-quiet", quiet(frame));
    pages.put(
        "web-trouble",
        new Trouble(
            frame,
            "This page was open too long, so we could not tell that the press was yours. Nothing was"
                + " changed.",
            "Go back, load the page again, and press once more.",
            Optional.of(new Link("Back to Privacy options", "/privacy")),
            Optional.of("4F7K-22")));
    return pages;
  }

  private static Notice notice(Frame frame) {
    return new Notice(
        frame,
        "Harbour Books",
        "privacy@harbour.example",
        List.of(
            new Fact("Purposes", "3"),
            new Fact("Kinds of data", "4"),
            new Fact("Kept longest", "7 years (purchases, for tax law)"),
            new Fact("Outside companies", "0")),
        List.of(
            new Declared(
                "Suggestions",
                "Pick books for you from what you open, buy and rate here.",
                new State("○", "Off until you say yes", "muted"),
                List.of(
                    new Fact("Pages you open", "to see what you are curious about"),
                    new Fact("Purchases", "to see what you chose in the end"),
                    new Fact("Ratings", "to tell liked from bought")),
                List.of(
                    new Fact("Rests on", "your yes"),
                    new Fact("Kept", "90 days, then erased"),
                    new Fact("Shared", "with no one"),
                    new Fact("If you say no", "you see what’s popular"),
                    new Fact("Answers for it", "data steward")),
                "9f2c41aa07be5d1063ce8d1f"),
            new Declared(
                "Taste profile",
                "Guess what you care about, across topics.",
                new State("■", "Not approved, so off for all", "watch"),
                List.of(),
                List.of(new Fact("Rests on", "your yes, and an ethics officer’s approval")),
                "03be77c19d2a5e4410ffab21")),
        List.of(
            new Fact("Row on the home page", "what many readers liked this week"),
            new Fact("Row on a book’s page", "what others looked at with this book"),
            new Fact("Basket", "nothing is asked or suggested")),
        new Receipt(
            "The policy this page was made from",
            List.of(
                new Fact(
                    "digest", "9f2c41aa07be5d1063ce8d1f2277a0be41f09a5c7d3e6b8801f2aa90c4e5d677"),
                new Fact("in force", "since 2026-11-23 08:00 UTC"))));
  }

  private static List<Persona> staff() {
    return List.of(
        new Persona("steward", "Sam", "data steward", false),
        new Persona("owner", "Noor", "model owner", false),
        new Persona("ethics", "Ines", "ethics officer", false));
  }

  private static Today today(Frame frame) {
    return new Today(
        frame,
        "Ines",
        "ethics officer",
        "at 14:03",
        List.of(
            new Line(
                State.alarm("Late"),
                "Retention has not run since yesterday 03:00",
                "11 h ago",
                Optional.of(new Link("Run it", "/operate/retention")))),
        List.of(
            new Line(
                State.watch("Waits"),
                "Taste profile has no approval",
                "since 20 Nov",
                Optional.of(new Link("Read it", "/transparency")))),
        List.of(
            new Line(State.well("Done"), "14 erasures, slowest 3.1 s", "today", Optional.empty()),
            new Line(
                State.well("Done"),
                "Policy changed: suggestions kept 90 days",
                "Friday",
                Optional.empty())),
        List.of(
            new Fact("Version", "48 212"),
            new Fact("Items", "1,962"),
            new Fact("Behind by", "0.4 s"),
            new Fact("Waiting updates", "3")),
        List.of(
            new Fact("Said yes", "31 of 100 asked"),
            new Fact("Events today", "18,204"),
            new Fact("Withheld today", "2,911"),
            new Fact("Retention last ran", "yesterday 03:00, 412 rows")));
  }

  private static Today quiet(Frame frame) {
    return new Today(
        frame,
        "Sam",
        "data steward",
        "2 minutes ago",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
