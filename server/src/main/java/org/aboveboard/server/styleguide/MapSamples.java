package org.aboveboard.server.styleguide;

import static org.aboveboard.policy.map.State.NO_TOGGLE;
import static org.aboveboard.policy.map.State.OFF_BY_YOU;
import static org.aboveboard.policy.map.State.OFF_FOR_ALL;
import static org.aboveboard.policy.map.State.ON;
import static org.aboveboard.policy.map.State.RESTS_ON_CONSENT;

import io.quarkus.qute.TemplateInstance;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Sensitivity;
import org.aboveboard.policy.map.Box;
import org.aboveboard.policy.map.DataMap;
import org.aboveboard.policy.map.Edge;
import org.aboveboard.policy.map.Facts;
import org.aboveboard.policy.map.Kind;
import org.aboveboard.policy.map.Lane;
import org.aboveboard.policy.map.State;
import org.aboveboard.server.map.PublicMap;
import org.aboveboard.server.map.Sheet;
import org.aboveboard.server.map.StaffMap;
import org.aboveboard.server.operate.Line;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;

/// The data map in its states, of a made-up policy.
final class MapSamples {
  private static final String HERE = "/transparency/map";
  private static final String STAFF = "/operate/map";
  private static final String DIGEST =
      "9f2c41aa07be5d1063ce8d1f2277a0be41f09a5c7d3e6b8801f2aa90c4e5d677";
  private static final Set<String> SUGGESTIONS = Set.of("suggestions");
  private static final Set<String> ORDERS = Set.of("orders");
  private static final Set<String> TASTE = Set.of("taste");
  private static final Set<String> REPORT = Set.of("report");
  private static final Receipt POLICY =
      new Receipt(
          "The policy this map was made from",
          List.of(new Fact("controller", "Harbour Books Ltd"), new Fact("digest", DIGEST)));

  private MapSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.put("map-public", page(frame, declared(), Optional.empty()));
    pages.put("map-public-part", page(frame, declared(), Optional.of("purpose-orders")));
    pages.put(
        "map-public-own",
        new PublicMap(
            frame,
            Sheet.of(own(), HERE, Optional.empty()),
            Optional.of("This is how it stands for you."),
            POLICY));
    pages.put("map-public-large", page(frame, large(), Optional.empty()));
    pages.put("map-staff", staff(frame));
    pages.put("map-staff-quiet", quiet(frame));
    return pages;
  }

  private static PublicMap page(Frame frame, DataMap map, Optional<String> part) {
    return new PublicMap(frame, Sheet.of(map, HERE, part), Optional.empty(), POLICY);
  }

  private static DataMap declared() {
    return DataMap.of(DIGEST, Language.EN, boxes(), edges());
  }

  /// Somebody who agreed to suggestions, not from what they search for, and to nothing else.
  private static DataMap own() {
    return declared()
        .standing(box ->
            switch (box.state()) {
              case RESTS_ON_CONSENT ->
                  box.about().equals("searched") || box.purposes().equals(REPORT) ? OFF_BY_YOU : ON;
              case NO_TOGGLE, CAN_OBJECT, ON, OFF_BY_YOU, OFF_FOR_ALL -> box.state();
            });
  }

  private static List<Box> boxes() {
    return List.of(
        event("viewed", "opened a book’s page", RESTS_ON_CONSENT, SUGGESTIONS),
        event("bought", "bought books", ON, Set.of("suggestions", "orders")),
        event("rated", "rated a book", RESTS_ON_CONSENT, SUGGESTIONS),
        event("searched", "searched for words", RESTS_ON_CONSENT, Set.of("suggestions", "report")),
        category("pages", "reading history", RESTS_ON_CONSENT, SUGGESTIONS),
        category("purchases", "purchases", ON, Set.of("suggestions", "orders")),
        category("ratings", "ratings", RESTS_ON_CONSENT, SUGGESTIONS),
        category("searches", "search words", RESTS_ON_CONSENT, Set.of("suggestions", "report")),
        new Box(
            Kind.CATEGORY,
            "guesses",
            "guesses about your taste",
            Facts.ofCategory(
                Sensitivity.SENSITIVE,
                Provenance.INFERRED,
                Optional.of(Period.ofDays(30)),
                List.of()),
            OFF_FOR_ALL,
            TASTE),
        purpose("suggestions", "book suggestions", RESTS_ON_CONSENT, Basis.CONSENT, List.of()),
        purpose("orders", "your orders", NO_TOGGLE, Basis.CONTRACT, List.of("parcel carrier")),
        purpose("taste", "a profile of your taste", OFF_FOR_ALL, Basis.CONSENT, List.of()),
        purpose("report", "a monthly report", RESTS_ON_CONSENT, Basis.CONSENT, List.of()),
        model("together", "What goes together", RESTS_ON_CONSENT, SUGGESTIONS),
        model("moods", "Moods and themes", OFF_FOR_ALL, TASTE),
        place(Kind.SURFACE, "home", "Suggested for you", RESTS_ON_CONSENT, SUGGESTIONS),
        place(
            Kind.SURFACE, "item", "Readers of this book also read", RESTS_ON_CONSENT, SUGGESTIONS),
        place(Kind.SURFACE, "report", "Monthly report", RESTS_ON_CONSENT, REPORT),
        place(Kind.VENDOR, "carrier", "parcel carrier", ON, ORDERS));
  }

  private static List<Edge> edges() {
    return List.of(
        edge("event-viewed", "category-pages", SUGGESTIONS),
        edge("event-bought", "category-purchases", Set.of("suggestions", "orders")),
        edge("event-rated", "category-ratings", SUGGESTIONS),
        edge("event-searched", "category-searches", Set.of("suggestions", "report")),
        edge("category-pages", "purpose-suggestions", SUGGESTIONS),
        edge("category-purchases", "purpose-suggestions", SUGGESTIONS),
        edge("category-purchases", "purpose-orders", ORDERS),
        edge("category-ratings", "purpose-suggestions", SUGGESTIONS),
        edge("category-searches", "purpose-suggestions", SUGGESTIONS),
        edge("category-searches", "purpose-report", REPORT),
        edge("category-guesses", "purpose-taste", TASTE),
        edge("purpose-suggestions", "model-together", SUGGESTIONS),
        edge("purpose-taste", "model-moods", TASTE),
        edge("model-together", "surface-home", SUGGESTIONS),
        edge("model-together", "surface-item", SUGGESTIONS),
        edge("model-moods", "surface-home", TASTE),
        past("purpose-report", "surface-report", REPORT),
        past("purpose-orders", "vendor-carrier", ORDERS));
  }

  private static Edge edge(String from, String to, Set<String> purposes) {
    return new Edge(from, Optional.empty(), to, purposes);
  }

  private static Edge past(String from, String to, Set<String> purposes) {
    return new Edge(from, Optional.of("past-" + from), to, purposes);
  }

  private static Box event(String id, String label, State state, Set<String> purposes) {
    return new Box(
        Kind.EVENT,
        id,
        label,
        Facts.ofEvent(List.of("source"), Optional.of(Period.ofDays(90))),
        state,
        purposes);
  }

  private static Box category(String id, String label, State state, Set<String> purposes) {
    return new Box(
        Kind.CATEGORY,
        id,
        label,
        Facts.ofCategory(
            Sensitivity.ORDINARY, Provenance.OBSERVED, Optional.of(Period.ofDays(90)), List.of()),
        state,
        purposes);
  }

  private static Box purpose(
      String id, String label, State state, Basis basis, List<String> recipients) {
    return new Box(
        Kind.PURPOSE,
        id,
        label,
        Facts.ofPurpose("Data steward", basis, Period.ofDays(90), recipients),
        state,
        Set.of(id));
  }

  private static Box model(String id, String label, State state, Set<String> purposes) {
    return new Box(
        Kind.MODEL,
        id,
        label,
        Facts.ofModel("Model owner", Optional.of(Period.ofDays(90))),
        state,
        purposes);
  }

  private static Box place(Kind kind, String id, String label, State state, Set<String> purposes) {
    return new Box(kind, id, label, Facts.none(), state, purposes);
  }

  /// More than can be drawn at once.
  private static DataMap large() {
    List<Box> boxes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 22; i++) {
      Set<String> one = Set.of("p" + i);
      boxes.add(category("c" + i, "kind of data no. " + i, RESTS_ON_CONSENT, one));
      boxes.add(purpose("p" + i, "purpose no. " + i, RESTS_ON_CONSENT, Basis.CONSENT, List.of()));
      boxes.add(place(Kind.SURFACE, "s" + i, "place no. " + i, RESTS_ON_CONSENT, one));
      edges.add(edge("category-c" + i, "purpose-p" + i, one));
      edges.add(past("purpose-p" + i, "surface-s" + i, one));
    }
    return DataMap.of(DIGEST, Language.EN, boxes, edges);
  }

  private static StaffMap staff(Frame frame) {
    return new StaffMap(
        frame,
        Sheet.of(
            declared(),
            STAFF,
            Optional.empty(),
            Map.of(
                Lane.COLLECTED,
                new Link("▲ Dropped, not declared: 3", "#dropped"),
                Lane.KEPT,
                new Link("▲ Seen, not declared: 2", "#undeclared"),
                Lane.SEEN,
                new Link("▲ Seen, not declared: 1", "#undeclared")),
            box ->
                box.about().equals("bought")
                    ? List.of(
                        new Fact(
                            "“bought books” kept for your orders",
                            "18,204, last 23 Nov 2026, 14:02 UTC"))
                    : List.of()),
        List.of(
            line(
                "The database has a table that nobody declared: leak",
                "since 23 Nov 2026, 14:02 UTC"),
            line("The database has a column that nobody declared: event.email", "new"),
            line(
                "This server is connected to a machine that nobody declared: 203.0.113.7:443",
                "since 22 Nov 2026, 09:15 UTC"),
            line(
                "Events or fields come that are not declared; they are dropped at the door",
                "since 20 Nov 2026, 17:40 UTC")),
        List.of(
            new StaffMap.Dropped(
                "viewed: context.userAgent", "field", "9,120", "23 Nov 2026, 14:02 UTC"),
            new StaffMap.Dropped("track: Coupon Entered", "event", "211", "23 Nov 2026, 13:40 UTC"),
            new StaffMap.Dropped(
                "track: (a name that may be about somebody)",
                "event",
                "2",
                "23 Nov 2026, 11:08 UTC"),
            new StaffMap.Dropped(
                "bought.total",
                "value of another type, or out of range",
                "2",
                "23 Nov 2026, 10:54 UTC")),
        List.of(
            new Fact(
                "Read to say why for a monthly report",
                "never, and it is declared so since 1 Jun 2026, 08:00 UTC")),
        looked("those that are open at a look, every minute"),
        List.of(
            new Fact(
                "event", "the number of a person inside; what people did, as numbers and days"),
            new Fact("item", "nothing about people")));
  }

  private static Line line(String what, String when) {
    return new Line(
        org.aboveboard.server.web.State.alarm("Not declared"), what, when, Optional.empty());
  }

  private static StaffMap quiet(Frame frame) {
    return new StaffMap(
        frame,
        Sheet.of(declared(), STAFF, Optional.empty()),
        List.of(),
        List.of(),
        List.of(),
        looked("not observed here"),
        List.of());
  }

  private static List<Fact> looked(String elsewhere) {
    return List.of(
        new Fact("Counted since", "1 Jun 2026, 08:00 UTC"),
        new Fact("Tables and columns", "all of the store, every minute"),
        new Fact("Connections elsewhere", elsewhere));
  }
}
