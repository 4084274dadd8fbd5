package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.operate.Line;
import org.aboveboard.server.operate.SignIn;
import org.aboveboard.server.operate.Today;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Persona;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.Trouble;

/// The staff's pages and the page for trouble, with made-up facts; the notice is [NoticeSamples].
final class PublicSamples {
  private PublicSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.putAll(NoticeSamples.pages(frame));
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
            "This page was open too long, so we could not tell that the press was yours. Nothing"
                + " was changed.",
            "Go back, load the page again, and press once more.",
            Optional.of(new Link("Back to Privacy options", "/privacy")),
            Optional.of("4F7K-22")));
    return pages;
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
