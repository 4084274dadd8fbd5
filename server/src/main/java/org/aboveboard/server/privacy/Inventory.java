package org.aboveboard.server.privacy;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.rights.Access.Consent;
import org.aboveboard.server.rights.Access.Copy;
import org.aboveboard.server.rights.Access.HeldEvent;
import org.aboveboard.server.rights.Access.Shown;
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
    if (!copy.recommendations().isEmpty()) {
      held.add(
          new Held(
              "Suggestions we showed you",
              copy.recommendations().size(),
              "to say why",
              "as long as what they were made of",
              List.of()));
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

  private String line(HeldEvent event) {
    String what =
        type(event)
            .map(EventType::label)
            .map(Choices::capital)
            .orElse("Something we no longer keep");
    return what
        + (event.title().isEmpty() ? "" : ": “" + event.title() + "”")
        + ", "
        + When.day(event.day());
  }

  private String category(HeldEvent event) {
    Policy policy = declaration.policy();
    return type(event)
        .flatMap(type -> policy.category(type.category()))
        .map(Category::label)
        .map(Choices::capital)
        .orElse("No longer declared");
  }

  private Optional<EventType> type(HeldEvent event) {
    return declaration.policy().events().stream()
        .filter(type -> type.id().equals(event.event()))
        .findFirst();
  }

  private String label(String purpose) {
    return declaration.policy().purpose(purpose).map(Purpose::label).orElse(purpose);
  }

  /// The last uses of the data that a person could see.
  List<Fact> lately(Copy copy) {
    return copy.recommendations().stream()
        .limit(LATEST)
        .map(shown -> new Fact(When.moment(shown.at()), words(shown)))
        .toList();
  }

  private String words(Shown shown) {
    String where =
        declaration.policy().surface(shown.surface()).map(Surface::label).orElse(shown.surface());
    return shown.items() + " suggestions were made for “" + where + "”";
  }

  /// Every choice, newest first, and what the server did because of it.
  List<Past> history(Copy copy) {
    return copy.consents().reversed().stream().map(this::past).toList();
  }

  private Past past(Consent consent) {
    String purpose = label(consent.purpose());
    Optional<Link> seen =
        consent.promptDigest().isEmpty()
            ? Optional.empty()
            : Optional.of(new Link("what you saw", "/privacy/shown/" + consent.index()));
    String entry = String.format(Locale.ROOT, "%,d", consent.index()).replace(',', ' ');
    return switch (consent.said()) {
      case "given" ->
          past(consent, "said yes to " + purpose, "started to use your data for it", entry, seen);
      case "refused" -> past(consent, "said no to " + purpose, "kept nothing for it", entry, seen);
      case "withdrawn" ->
          past(
              consent,
              "switched off " + purpose,
              "erased what was kept for it alone, and the model forgot it",
              entry,
              seen);
      // a pause, and whatever a later version writes
      default -> past(consent, consent.said() + " " + purpose, "obeyed from then on", entry, seen);
    };
  }

  private static Past past(
      Consent consent, String what, String effect, String entry, Optional<Link> seen) {
    return new Past(When.moment(consent.at()), what, effect, entry, seen);
  }
}
