package org.aboveboard.policy;

import static org.aboveboard.policy.Choice.Kind.CONTRADICTED;
import static org.aboveboard.policy.Choice.Kind.GIVEN;
import static org.aboveboard.policy.Choice.Kind.KEPT;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/// Choices and questions about the bookshop's suggestions, one word changed at a time.
public final class Said {

  public static final Policy BOOKSHOP = Folder.read("bookshop");
  public static final Purpose SUGGESTIONS = BOOKSHOP.purpose("recommendations").orElseThrow();
  public static final Purpose ORDERS = BOOKSHOP.purpose("order-service").orElseThrow();
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Said() {}

  public static Choice yes(long index) {
    return choice(index, GIVEN, Evidence.PROMPT);
  }

  public static Choice choice(long index, Choice.Kind kind, Evidence evidence) {
    return new Choice(
        index,
        SUGGESTIONS.id(),
        kind,
        at(index),
        Optional.empty(),
        Optional.empty(),
        SUGGESTIONS.digest(),
        evidence,
        false,
        false);
  }

  /// One second later for each number of the journal, and all before noon.
  public static Instant at(long index) {
    return NOON.minusSeconds(1000 - index);
  }

  public static Choice until(Choice yes, Instant end) {
    return new Choice(
        yes.index(),
        yes.about(),
        yes.kind(),
        yes.at(),
        Optional.of(end),
        yes.keep(),
        yes.meaning(),
        yes.evidence(),
        yes.inSightOfGpc(),
        yes.byGuardian());
  }

  public static Choice inSightOfGpc(Choice yes) {
    return new Choice(
        yes.index(),
        yes.about(),
        yes.kind(),
        yes.at(),
        yes.until(),
        yes.keep(),
        yes.meaning(),
        yes.evidence(),
        true,
        yes.byGuardian());
  }

  public static Choice byGuardian(Choice yes) {
    return new Choice(
        yes.index(),
        yes.about(),
        yes.kind(),
        yes.at(),
        yes.until(),
        yes.keep(),
        yes.meaning(),
        yes.evidence(),
        yes.inSightOfGpc(),
        true);
  }

  /// The same said at another moment than its place in the journal tells.
  public static Choice saidAt(Choice choice, Instant at) {
    return new Choice(
        choice.index(),
        choice.about(),
        choice.kind(),
        at,
        choice.until(),
        choice.keep(),
        choice.meaning(),
        choice.evidence(),
        choice.inSightOfGpc(),
        choice.byGuardian());
  }

  public static Choice about(Choice choice, String what, String meaning) {
    return new Choice(
        choice.index(),
        what,
        choice.kind(),
        choice.at(),
        choice.until(),
        choice.keep(),
        meaning,
        choice.evidence(),
        choice.inSightOfGpc(),
        choice.byGuardian());
  }

  /// From now on it is kept for so long at most.
  public static Choice kept(long index, Period period) {
    return new Choice(
        index,
        SUGGESTIONS.id(),
        KEPT,
        at(index),
        Optional.empty(),
        Optional.of(period),
        "",
        Evidence.PROMPT,
        false,
        false);
  }

  /// The same yes, for a visit that ends then.
  public static Choice forVisit(Choice yes, Instant end) {
    return new Choice(
        yes.index(),
        yes.about(),
        yes.kind(),
        yes.at(),
        Optional.of(end),
        yes.keep(),
        yes.meaning(),
        yes.evidence(),
        yes.inSightOfGpc(),
        yes.byGuardian(),
        true,
        Optional.empty());
  }

  /// A signal said no.
  public static Choice contradicted(long index) {
    return new Choice(
        index,
        SUGGESTIONS.id(),
        CONTRADICTED,
        at(index),
        Optional.empty(),
        Optional.empty(),
        SUGGESTIONS.digest(),
        Evidence.PROMPT,
        false,
        false,
        false,
        Optional.of("gpc"));
  }

  public static Question question(Use use) {
    return new Question(7, SUGGESTIONS, use, Optional.of("home-row"), Circumstances.plain());
  }

  public static Question question(OptOuts optOuts) {
    return new Question(
        7, SUGGESTIONS, Use.SERVE, Optional.of("home-row"), Circumstances.plain().with(optOuts));
  }
}
