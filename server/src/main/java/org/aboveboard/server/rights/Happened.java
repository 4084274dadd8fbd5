package org.aboveboard.server.rights;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.aboveboard.policy.Choice;

/// A choice as an event of its consent record: when, by whom, what, and for how long it holds.
///
/// @param isObjectable whether it is about an interest, to which one objects
record Happened(Choice choice, boolean isObjectable) {
  /// In the Data Privacy Vocabulary: until something happens, here another choice, or that a signal
  /// is sent no longer.
  private static final String UNTIL_ANOTHER = "dpv:UntilEventDuration";

  ConsentRecord.Event event(String name) {
    return new ConsentRecord.Event(
        choice.at(),
        choice.until().map(this::lasting).orElse(UNTIL_ANOTHER),
        choice.byGuardian() ? "a guardian of " + name : name,
        choice.carrier().isPresent() ? "expressed by a signal" : "explicitly expressed",
        state());
  }

  /// As ISO 8601 writes a duration: in years, months and days where it is whole days.
  private String lasting(Instant until) {
    OffsetDateTime start = choice.at().atOffset(ZoneOffset.UTC);
    OffsetDateTime end = until.atOffset(ZoneOffset.UTC);
    return start.toLocalTime().equals(end.toLocalTime()) && start.isBefore(end)
        ? Period.between(start.toLocalDate(), end.toLocalDate()).toString()
        : Duration.between(start, end).toString();
  }

  private String state() {
    return switch (choice.kind()) {
      case GIVEN -> given();
      case REFUSED -> "dpv:ConsentRefused";
      case WITHDRAWN -> withdrawn();
      case PAUSED -> "aboveboard:ConsentPaused";
      case RESUMED -> "aboveboard:ConsentResumed";
      case KEPT -> "aboveboard:RetentionChosen";
      case CONTRADICTED -> "aboveboard:ConsentContradicted";
    };
  }

  private String given() {
    if (choice.isAboutAPart()) {
      return "aboveboard:SwitchedOn";
    }
    return isObjectable ? "aboveboard:ObjectionTakenBack" : "dpv:ConsentGiven";
  }

  private String withdrawn() {
    if (choice.isAboutAPart()) {
      return "aboveboard:SwitchedOff";
    }
    return isObjectable ? "aboveboard:Objected" : "dpv:ConsentWithdrawn";
  }

  @Override
  public String toString() {
    return "Happened";
  }
}
