package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.tell.Notice;
import org.aboveboard.policy.tell.Notice.Point;
import org.aboveboard.policy.tell.Notice.Section;
import org.aboveboard.policy.tell.Notice.Statement;
import org.aboveboard.server.transparency.Activities;
import org.aboveboard.server.transparency.Overview;
import org.aboveboard.server.transparency.Whole;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;

/// The public notice and its further pages, with made-up facts.
final class NoticeSamples {
  private static final String DIGEST =
      "9f2c41aa07be5d1063ce8d1f2277a0be41f09a5c7d3e6b8801f2aa90c4e5d677";
  private static final State OFF = new State("○", "Off until you say yes", "muted");
  private static final State CLOSED = new State("■", "Not approved, so off for all", "watch");

  private NoticeSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.put("transparency-notice", overview(frame, Optional.empty()));
    pages.put(
        "transparency-notice-earlier",
        overview(frame, Optional.of(new Link("Read the one in force", "/transparency"))));
    pages.put("transparency-purpose", whole(frame));
    pages.put("transparency-record", activities(frame));
    return pages;
  }

  private static Overview overview(Frame frame, Optional<Link> inForce) {
    return new Overview(
        frame,
        notice(),
        "en",
        List.of(new Link("Deutsch", "/transparency?language=de")),
        inForce,
        new Link("Where your data goes", "/transparency/map"),
        inForce.isPresent() ? Map.of() : Map.of("recommendations", OFF, "taste-profile", CLOSED),
        "?language=en",
        inForce.isPresent()
            ? List.of()
            : List.of(
                new Link("Record of processing", "/transparency/record"),
                new Link("fideslang.yaml", "/transparency/fideslang.yaml"),
                new Link("dpv.jsonld", "/transparency/dpv.jsonld")),
        receipt());
  }

  private static Whole whole(Frame frame) {
    Notice notice = notice();
    return new Whole(
        frame,
        notice,
        notice.purposes().getFirst(),
        "en",
        List.of(new Link("Deutsch", "/transparency/purposes/recommendations?language=de")),
        Optional.empty(),
        Optional.of(OFF),
        "?language=en",
        receipt());
  }

  private static Activities activities(Frame frame) {
    return new Activities(
        frame,
        "Record of processing",
        "en",
        List.of(),
        new Link("What we do with your data", "/transparency"),
        new Link("record-of-processing.csv", "/transparency/record-of-processing.csv"),
        List.of(
            new Activities.Activity(
                "recommendations",
                "Book suggestions",
                List.of(
                    new Fact("Basis", "GDPR 6(1)(a)"),
                    new Fact("Data", "purchases; ratings; reading history"),
                    new Fact("Recipients", "none"),
                    new Fact("Erased after", "What you did: 90 days, then it is erased."))),
            new Activities.Activity(
                "order-service",
                "Your orders",
                List.of(new Fact("Basis", "GDPR 6(1)(b)"), new Fact("Data", "basket; purchases")))),
        receipt());
  }

  private static Receipt receipt() {
    return new Receipt(
        "The policy this was made from",
        List.of(new Fact("controller", "Harbour Books Ltd"), new Fact("digest", DIGEST)));
  }

  private static Notice notice() {
    return new Notice(
        DIGEST,
        Language.EN,
        "Harbour Books",
        "What we do with your data",
        List.of(
            said("Harbour Books Ltd answers for what you read here."),
            held("This page is made from the same files that decide what the server does.")),
        List.of(suggestions(), taste()),
        List.of(controller(), rights(), choosing()),
        Notice.Labels.in(Language.EN));
  }

  private static Notice.About suggestions() {
    return new Notice.About(
        "recommendations",
        "Book suggestions",
        "03be77c19d2a5e4410ffab21",
        List.of(held("Book suggestions: only if you say yes."), held("Kept 90 days at most.")),
        List.of(
            point("What we do", said("We look at the books you open, and suggest others.")),
            point("Kept", held("90 days, then erased")),
            point("Shared", held("with no one")),
            point("If you say no", said("you see what is popular"))),
        List.of(
            new Section(
                "happens",
                "What is done",
                List.of(
                    said("We look at the books you open, and suggest others."),
                    held("We learn from it, along with what others did.")),
                List.of()),
            new Section(
                "data",
                "What is used, and why",
                List.of(),
                List.of(
                    point(
                        "Purchases",
                        said("The books you buy show what you like."),
                        held("You can leave it out."))))));
  }

  private static Notice.About taste() {
    return new Notice.About(
        "taste-profile",
        "A profile of your taste",
        "9f2c41aa07be5d1063ce8d1f",
        List.of(
            held(
                "A profile of your taste: only if you say yes, and only once we have checked it and"
                    + " signed for it.")),
        List.of(point("Kept", held("30 days, then erased"))),
        List.of());
  }

  private static Section controller() {
    return new Section(
        "controller",
        "Who we are",
        List.of(),
        List.of(
            point("Who decides", said("Harbour Books Ltd")),
            point("Mail", said("privacy@harbour.example"))));
  }

  private static Section rights() {
    return new Section(
        "rights",
        "What you can ask for",
        List.of(said("All of this is free.")),
        List.of(
            point("See it", held("See all we hold about you under Privacy options.")),
            point("Complain", said("You can complain to our supervisor."))));
  }

  private static Section choosing() {
    return new Section(
        "choosing",
        "How we choose what you see",
        List.of(held("A machine chooses. No person decides for you.")),
        List.of(
            point(
                "Suggested for you",
                held("What you did counts in this order, the most first: bought (3), viewed (1)."),
                held("Without your yes: what many chose in the last 30 days."))));
  }

  private static Point point(String name, Statement... says) {
    return new Point("sample", name, List.of(says));
  }

  private static Statement held(String words) {
    return new Statement(words, true);
  }

  private static Statement said(String words) {
    return new Statement(words, false);
  }
}
