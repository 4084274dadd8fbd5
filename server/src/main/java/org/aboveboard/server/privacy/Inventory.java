package org.aboveboard.server.privacy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Spoken;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.rights.Access.Consent;
import org.aboveboard.server.rights.Access.Copy;
import org.aboveboard.server.rights.Access.Done;
import org.aboveboard.server.rights.Access.HeldEvent;
import org.aboveboard.server.rights.Access.Looked;
import org.aboveboard.server.rights.Access.SetAside;
import org.aboveboard.server.rights.Access.Shown;
import org.aboveboard.server.vault.Look;
import org.aboveboard.server.vault.Volunteered;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.When;

/// What is held of a person, in words and by kind.
@Singleton
final class Inventory {
  private static final int LATEST = 5;

  private final Declaration declaration;

  Inventory(Declaration declaration) {
    this.declaration = declaration;
  }

  List<Held> held(Copy copy) {
    Map<String, List<HeldEvent>> byCategory =
        copy.events().stream()
            .collect(
                Collectors.groupingBy(this::category, LinkedHashMap::new, Collectors.toList()));
    List<Held> held = new ArrayList<>();
    byCategory.forEach((category, events) -> held.add(held(category, events)));
    if (!copy.setAside().isEmpty()) {
      held.add(setAside(copy.setAside()));
    }
    if (!copy.recommendations().isEmpty()) {
      held.add(
          new Held(
              "Suggestions we showed you",
              copy.recommendations().size(),
              "to say why",
              "as long as what they were made of",
              List.of()));
    }
    if (!copy.volunteered().isEmpty()) {
      held.add(volunteered(copy.volunteered()));
    }
    if (!copy.consents().isEmpty()) {
      held.add(
          new Held(
              "Your choices",
              copy.consents().size(),
              "to obey them and to prove it",
              "until you erase it all",
              List.of()));
    }
    return held;
  }

  private Held held(String category, List<HeldEvent> events) {
    LocalDate last =
        events.stream().map(HeldEvent::erasedOn).max(Comparator.naturalOrder()).orElseThrow();
    return new Held(
        category,
        events.size(),
        events.stream()
            .flatMap(event -> event.purposes().stream())
            .distinct()
            .map(this::label)
            .collect(Collectors.joining(", ")),
        "until " + When.day(last) + " at the latest",
        events.reversed().stream().limit(LATEST).map(this::line).toList());
  }

  private Held setAside(List<SetAside> rows) {
    LocalDate last =
        rows.stream().map(SetAside::erasedOn).max(Comparator.naturalOrder()).orElseThrow();
    return new Held(
        "Brought from elsewhere and set aside",
        rows.size(),
        "nothing: we cannot show that you agreed to it",
        "until " + When.day(last) + " at the latest",
        rows.reversed().stream()
            .limit(LATEST)
            .map(row -> line(row.event(), row.title(), row.day()))
            .toList());
  }

  private Held volunteered(List<Volunteered> rows) {
    LocalDate last =
        rows.stream().map(Volunteered::until).max(Comparator.naturalOrder()).orElseThrow();
    return new Held(
        "What you said of yourself",
        rows.size(),
        "counting, to see whom our lists serve how well",
        "until " + When.day(last) + " at the latest",
        rows.stream().map(this::line).toList());
  }

  private String line(Volunteered row) {
    Optional<Segment> segment = declaration.now().policy().segment(row.segment());
    return segment.map(one -> one.label().plain()).orElse("No longer asked")
        + segment
            .flatMap(one -> Optional.ofNullable(one.answers().get(row.answer())))
            .map(answer -> ": “" + answer.plain() + "”")
            .orElse("")
        + ", "
        + When.day(row.day());
  }

  private String line(HeldEvent event) {
    return line(event.event(), event.title(), event.day());
  }

  private String line(String event, String title, LocalDate day) {
    String what =
        type(event)
            .map(type -> type.label().plain())
            .map(Spoken::sentence)
            .orElse("Something we no longer keep");
    return what + (title.isEmpty() ? "" : ": “" + title + "”") + ", " + When.day(day);
  }

  private String category(HeldEvent event) {
    Policy policy = declaration.now().policy();
    return type(event.event())
        .flatMap(type -> policy.category(type.category()))
        .map(one -> one.label().plain())
        .map(Spoken::sentence)
        .orElse("No longer declared");
  }

  private Optional<EventType> type(String event) {
    return declaration.now().policy().events().stream()
        .filter(type -> type.id().equals(event))
        .findFirst();
  }

  private String label(String purpose) {
    return declaration
        .now()
        .policy()
        .purpose(purpose)
        .map(one -> one.label().plain())
        .orElse(purpose);
  }

  /// The last uses of the data that a person could see.
  List<Fact> lately(Copy copy) {
    return Stream.concat(
            copy.looks().reversed().stream().limit(LATEST).map(Inventory::looked),
            copy.recommendations().stream()
                .limit(LATEST)
                .map(shown -> new Fact(When.moment(shown.at()), words(shown))))
        .toList();
  }

  /// The last step of a look, whoever took it.
  private static Fact looked(Looked look) {
    Look.Stage last = look.steps().getLast();
    String did = last.what().equals("read") ? " read" : " asked to read";
    return new Fact(
        When.moment(last.at()),
        look.steps().getFirst().role()
            + did
            + " what you said of yourself. Reason: "
            + look.reason());
  }

  private String words(Shown shown) {
    String where =
        declaration
            .now()
            .policy()
            .surface(shown.surface())
            .map(one -> one.label().plain())
            .orElse(shown.surface());
    return shown.items() + " suggestions were made for “" + where + "”";
  }

  /// Every choice, newest first, and what the server did because of it.
  List<Past> history(Copy copy) {
    return copy.consents().reversed().stream().map(this::past).toList();
  }

  private Past past(Consent consent) {
    String what = what(consent.about());
    Optional<Link> seen =
        consent.promptDigest().isEmpty()
            ? Optional.empty()
            : Optional.of(new Link("what you saw", "/privacy/shown/" + consent.index()));
    String entry = String.format(Locale.ROOT, "%,d", consent.index()).replace(',', ' ');
    return new Past(
        When.moment(consent.at()),
        said(consent, what),
        effect(consent),
        new Link(entry, "/receipt/" + consent.index()),
        seen);
  }

  private static String said(Consent consent, String what) {
    return switch (consent.said()) {
      case "given" ->
          consent
              .until()
              .map(until -> "said yes to " + what + visit(consent, until))
              .orElse("switched on " + what);
      case "refused" -> "said no to " + what;
      case "withdrawn" -> "switched off " + what;
      case "paused" -> "paused " + what;
      case "resumed" -> "ended the pause of " + what;
      case "contradicted" ->
          "said no to " + what + ", by " + carrier(consent) + ", against your yes";
      // a shorter time, and whatever a later version writes
      default ->
          consent
              .keep()
              .map(keep -> "chose to keep it " + When.span(keep) + ": " + what)
              .orElse(consent.said() + " " + what);
    };
  }

  private static String visit(Consent consent, Instant until) {
    return consent.visit() ? ", only this visit, until " + When.moment(until) : "";
  }

  private static String carrier(Consent consent) {
    return switch (consent.carrier().orElse("")) {
      case "gpc" -> "your browser’s Global Privacy Control";
      case "adpc" -> "your browser’s Advanced Data Protection Control";
      // objects and strings of consent tools
      default -> "another consent tool";
    };
  }

  /// What the server did because of it, in numbers.
  private static String effect(Consent consent) {
    if (consent.carrier().isPresent()) {
      return "treated it as a no for as long as it was sent; your yes stays";
    }
    List<String> did = new ArrayList<>();
    for (Done done : consent.consequences()) {
      switch (done.what()) {
        case "rows" -> did.add(count(done.count(), "record") + " erased");
        case "answers" -> did.add(count(done.count(), "answer") + " erased");
        // the third and last
        default -> did.add("the model forgot them by " + When.moment(done.at()));
      }
    }
    return did.isEmpty() ? "obeyed from then on" : String.join(", ", did);
  }

  private static String count(long number, String what) {
    return switch (Math.toIntExact(Math.min(2, number))) {
      case 0 -> "no " + what + "s";
      case 1 -> "1 " + what;
      default -> number + " " + what + "s";
    };
  }

  /// What a choice was about, in words.
  private String what(String about) {
    Policy policy = declaration.now().policy();
    return about.equals(org.aboveboard.policy.Choice.EVERYTHING)
        ? "everything"
        : policy
            .purpose(about)
            .map(one -> one.label().plain())
            .or(() ->
                policy.surfaces().stream()
                    .filter(one -> org.aboveboard.policy.Choice.surface(one.id()).equals(about))
                    .map(one -> "“" + one.label().plain() + "”")
                    .findFirst())
            .or(() ->
                policy.signals().stream()
                    .filter(one -> org.aboveboard.policy.Choice.signal(one.id()).equals(about))
                    .map(one -> "what you " + one.verb().plain())
                    .findFirst())
            .orElse("something that is no longer declared");
  }
}
