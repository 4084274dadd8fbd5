package org.aboveboard.policy.map;

import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Sensitivity;

/// English.
record EnglishLegend() implements Legend {
  private static final Words WORDS =
      new Words(
          "Where your data goes",
          "Step by step: what comes in, as what it is kept, what it is used for, what learns"
              + " from it, and where you see it. It is made from the same files that decide what"
              + " the server does.",
          "This is how it stands for you.",
          "Data map",
          "Every box is a link.",
          "As a list",
          "There is too much here to be drawn at once. Choose one thing in the list to draw what"
              + " leads to it and away from it.",
          "Draw this alone",
          "The whole map",
          "Comes from",
          "Goes to",
          "Answers for it",
          "Rests on",
          "Data",
          "With it");

  @Override
  public Language language() {
    return Language.EN;
  }

  @Override
  public Words words() {
    return WORDS;
  }

  @Override
  public String lane(Lane lane) {
    return switch (lane) {
      case COLLECTED -> "What comes in";
      case KEPT -> "Kept as";
      case USED -> "Used for";
      case MODEL -> "Learnt by";
      case SEEN -> "Seen at";
    };
  }

  @Override
  public String kind(Kind kind) {
    return switch (kind) {
      case EVENT -> "something you do";
      case SEGMENT -> "a question that you need not answer";
      case CATEGORY -> "a kind of data";
      case PURPOSE -> "a purpose";
      case MODEL -> "a model";
      case SURFACE -> "a place here";
      case VENDOR -> "a company outside";
    };
  }

  @Override
  public String state(State state) {
    return switch (state) {
      case NO_TOGGLE -> "Part of the service";
      case CAN_OBJECT -> "Our own interest; you can object";
      case ON -> "In use";
      case RESTS_ON_CONSENT -> "Off until you say yes";
      case OFF_BY_YOU -> "Switched off by you";
      case OFF_FOR_ALL -> "Off for all";
    };
  }

  @Override
  public String drawn(State state) {
    return switch (state) {
      case NO_TOGGLE, CAN_OBJECT, ON -> "Filled: in use.";
      case RESTS_ON_CONSENT -> "○ empty: off until you say yes.";
      case OFF_BY_YOU -> "◌ dashed: switched off by you.";
      case OFF_FOR_ALL -> "■ dashed: off for all.";
    };
  }

  @Override
  public String basis(Basis basis) {
    return switch (basis) {
      case CONSENT -> "your yes";
      case CONTRACT -> "what you asked us for";
      case LEGAL_OBLIGATION -> "the law, which asks for it";
      case LEGITIMATE_INTEREST -> "our own interest; you can object";
    };
  }

  @Override
  public String sensitivity(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case ORDINARY -> "ordinary";
      case SENSITIVE -> "sensitive";
    };
  }

  @Override
  public String provenance(Provenance provenance) {
    return switch (provenance) {
      case PROVIDED -> "you tell us";
      case OBSERVED -> "we see it here";
      case INFERRED -> "we guess it";
    };
  }

  @Override
  public String noFields() {
    return "no further fields";
  }
}
