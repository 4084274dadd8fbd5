package org.aboveboard.policy;

import static org.aboveboard.policy.Choice.Kind.GIVEN;

import java.time.Instant;
import java.util.Optional;

/// Choices and questions about the bookshop's suggestions, one word changed at a time.
final class Said {

  static final Policy BOOKSHOP = Folder.read("bookshop");
  static final Purpose SUGGESTIONS = BOOKSHOP.purpose("recommendations").orElseThrow();
  static final Purpose ORDERS = BOOKSHOP.purpose("order-service").orElseThrow();
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Said() {}

  static Choice yes(long index) {
    return choice(index, GIVEN, Evidence.PROMPT);
  }

  static Choice choice(long index, Choice.Kind kind, Evidence evidence) {
    return new Choice(
        index,
        SUGGESTIONS.id(),
        kind,
        at(index),
        Optional.empty(),
        SUGGESTIONS.digest(),
        evidence,
        false);
  }

  /// One second later for each number of the journal, and all before noon.
  static Instant at(long index) {
    return NOON.minusSeconds(1000 - index);
  }

  static Choice until(Choice yes, Instant end) {
    return new Choice(
        yes.index(),
        yes.purpose(),
        yes.kind(),
        yes.at(),
        Optional.of(end),
        yes.purposeDigest(),
        yes.evidence(),
        yes.inSightOfGpc());
  }

  static Choice inSightOfGpc(Choice yes) {
    return new Choice(
        yes.index(),
        yes.purpose(),
        yes.kind(),
        yes.at(),
        yes.until(),
        yes.purposeDigest(),
        yes.evidence(),
        true);
  }

  static Choice about(Choice choice, String purpose, String digest) {
    return new Choice(
        choice.index(),
        purpose,
        choice.kind(),
        choice.at(),
        choice.until(),
        digest,
        choice.evidence(),
        choice.inSightOfGpc());
  }

  static Question question(Use use) {
    return new Question(7, SUGGESTIONS, use, Optional.of("home-row"), OptOuts.none(), false);
  }

  static Question question(OptOuts optOuts) {
    return new Question(7, SUGGESTIONS, Use.SERVE, Optional.of("home-row"), optOuts, false);
  }
}
