package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.privacy.Segments;
import org.aboveboard.server.vault.Counted;
import org.aboveboard.server.vault.Desk;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;

/// What volunteers say of themselves, what is shown of it, and who may look, with made-up people.
final class VaultSamples {
  private static final String AGE = "How old are you?";
  private static final List<Fact> FACTS =
      List.of(
          new Fact("What for", "We count if our lists work as well for some as for others."),
          new Fact("Not for", "No model learns from it, and no list depends on it."),
          new Fact("Kept", "180 days, then erased"));

  private VaultSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.put("privacy-segments", asking(frame));
    pages.put("privacy-segments-said", said(frame));
    pages.put(
        "privacy-segments-none",
        new Segments(frame, Optional.of("Nobody under 16 is asked here."), List.of(), List.of()));
    pages.put("vault-segments", counted(frame));
    pages.put("vault-segments-none", new org.aboveboard.server.vault.Segments(frame, List.of()));
    pages.put("vault-desk", desk(frame));
    return pages;
  }

  private static Segments asking(Frame frame) {
    return new Segments(
        frame,
        Optional.empty(),
        List.of(
            new Segments.Question(
                "age",
                AGE,
                replies(false),
                FACTS,
                Optional.of(ShopSamples.prompt()),
                Optional.empty(),
                Optional.empty(),
                true)),
        List.of());
  }

  private static Segments said(Frame frame) {
    return new Segments(
        frame,
        Optional.empty(),
        List.of(
            new Segments.Question(
                "age",
                AGE,
                replies(true),
                FACTS,
                Optional.empty(),
                Optional.of("You said “Under 30”. Kept until 22 May 2027 at the latest."),
                Optional.of(
                    new Act(
                        "/privacy/segments/back",
                        "Take it back",
                        AGE,
                        List.of(new Fact("segment", "age")))),
                true)),
        List.of(
            new Segments.Looked(
                "read your answer to “Age”",
                "9 Nov 2026, 10:12 UTC",
                "Ines, ethics officer",
                "A complaint about wrong figures")));
  }

  private static List<Segments.Reply> replies(boolean isGiven) {
    return List.of(
        new Segments.Reply("under-30", "Under 30", isGiven),
        new Segments.Reply("over-30", "30 or over", false),
        new Segments.Reply("", "Rather not say", false));
  }

  private static org.aboveboard.server.vault.Segments counted(Frame frame) {
    return new org.aboveboard.server.vault.Segments(
        frame,
        List.of(
            new Counted(
                "age",
                AGE,
                List.of(
                    new Fact("Under 30", "about 412, give or take 6"),
                    new Fact("30 or over", "not shown: fewer than 20 people, or too near to it")),
                "At least 8 % of the people known here are in these counts. The others did not"
                    + " answer, and may differ.",
                Optional.of("Counted for 2026-Q4, published 9 Nov 2026, 10:12 UTC."))));
  }

  private static Desk desk(Frame frame) {
    return new Desk(
        frame,
        "Sam, data steward",
        Optional.empty(),
        List.of(new Fact("Age", "age")),
        List.of(
            new Desk.Line(
                "u:4711",
                "Age",
                "A complaint about wrong figures",
                "asked by Ines, 9 Nov 2026, 10:12 UTC",
                Optional.of(
                    new Act(
                        "/operate/vault/agree",
                        "Agree",
                        "A complaint about wrong figures",
                        List.of(new Fact("look", "1")))))),
        List.of(
            new Act(
                "/operate/vault/publish",
                "Publish: Age",
                "counts of this quarter",
                List.of(new Fact("segment", "age")))));
  }
}
