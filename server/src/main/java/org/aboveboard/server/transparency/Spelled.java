package org.aboveboard.server.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Organisation;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.When;

/// A policy spelled out for the public. Nothing here comes from anywhere else.
record Spelled(Policy policy, Instant now) {
  /// Any day will do to compare spans of months with spans of days.
  private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

  Notice notice(Frame frame) {
    Organisation organisation = policy.organisation();
    return new Notice(
        frame,
        organisation.name(),
        organisation.contact(),
        numbers(),
        policy.purposes().stream().map(this::declared).toList(),
        policy.surfaces().stream()
            .map(surface -> new Fact(surface.label().plain(), without(surface)))
            .toList(),
        new Receipt(
            "The policy this page was made from",
            List.of(
                new Fact("controller", organisation.controller().name()),
                new Fact("digest", policy.digest()))));
  }

  private List<Fact> numbers() {
    long kinds =
        policy.purposes().stream()
            .flatMap(purpose -> purpose.data().stream())
            .map(Need::category)
            .distinct()
            .count();
    Period longest =
        policy.purposes().stream()
            .map(purpose -> purpose.retention().longest())
            .max(Comparator.comparing(SOME_DAY::plus))
            .orElse(Period.ZERO);
    long companies =
        policy.purposes().stream()
            .flatMap(purpose -> purpose.recipients().stream())
            .distinct()
            .count();
    return List.of(
        new Fact("Purposes", Integer.toString(policy.purposes().size())),
        new Fact("Kinds of data", Long.toString(kinds)),
        new Fact("Kept longest", When.span(longest)),
        new Fact("Outside companies", Long.toString(companies)));
  }

  private Declared declared(Purpose purpose) {
    return new Declared(
        capital(purpose.label().plain()),
        purpose.sentence().plain(),
        state(purpose),
        purpose.data().stream()
            .map(need -> new Fact(capital(label(need.category())), need.because().plain()))
            .toList(),
        List.of(
            new Fact("Rests on", ground(purpose)),
            new Fact("Kept", When.span(purpose.retention().longest()) + ", then erased"),
            new Fact(
                "Shared",
                purpose.recipients().isEmpty()
                    ? "with no one"
                    : "with " + String.join(", ", recipients(purpose))),
            new Fact("Without it", purpose.ifNo().plain()),
            new Fact("Answers for it", owner(purpose))),
        purpose.digest());
  }

  private State state(Purpose purpose) {
    if (policy.closed(purpose, now).isPresent()) {
      return new State("■", "Not approved, so off for all", "watch");
    }
    return purpose.isAsked()
        ? new State("○", "Off until you say yes", "muted")
        : State.fixed("Part of the service");
  }

  private static String ground(Purpose purpose) {
    return switch (purpose.basis()) {
      case CONSENT ->
          purpose.isInvasive() ? "your yes, and an ethics officer’s approval" : "your yes";
      case CONTRACT -> "what you asked us to do for you";
      case LEGAL_OBLIGATION -> "the law, which asks for it";
      case LEGITIMATE_INTEREST -> "our own interest; you can object";
    };
  }

  private static String without(Surface surface) {
    String answer =
        switch (surface.fallback()) {
          case POPULAR -> "what many chose lately, the same for everybody";
          case EDITORIAL -> "a list in our own order, the same for everybody";
          case CONTEXT -> "what goes with the page you are on; nothing about you";
        };
    return surface.critical() ? answer + ". Nothing is asked here" : answer;
  }

  private String label(String category) {
    return policy.category(category).map(one -> one.label().plain()).orElse(category);
  }

  private List<String> recipients(Purpose purpose) {
    return purpose.recipients().stream()
        .map(id -> policy.vendor(id).map(vendor -> vendor.label().plain()).orElse(id))
        .toList();
  }

  private String owner(Purpose purpose) {
    return policy.roles().stream()
        .filter(role -> role.id().equals(purpose.owner()))
        .map(role -> role.label().plain())
        .findFirst()
        .orElse(purpose.owner());
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
