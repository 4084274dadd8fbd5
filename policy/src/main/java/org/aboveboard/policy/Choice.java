package org.aboveboard.policy;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/// One thing a subject said, as the journal holds it.
///
/// @param index its number in the journal
/// @param about the purpose's id; or [#EVERYTHING], a [#surface] or a [#signal], for all purposes
/// @param until the first instant at which a yes no longer holds
/// @param keep how long at most what was done is kept from now on
/// @param meaning digest of the meaning that was agreed to
/// @param inSightOfGpc whether a yes was given while the page named the browser's opt-out signal
/// @param byGuardian whether somebody said it who answers for the subject
/// @param forVisit whether a yes ends with the visit, at `until`
/// @param carrier the name of the signal that brought a no to what the yes agreed to
public record Choice(
    long index,
    String about,
    Kind kind,
    Instant at,
    Optional<Instant> until,
    Optional<Period> keep,
    String meaning,
    Evidence evidence,
    boolean inSightOfGpc,
    boolean byGuardian,
    boolean forVisit,
    Optional<String> carrier) {

  /// Stands for all purposes at once; only a pause and its end can be about it.
  public static final String EVERYTHING = "*";

  private static final String SURFACE = "surface:";
  private static final String SIGNAL = "signal:";

  /// What was said.
  public enum Kind {
    GIVEN,
    REFUSED,
    WITHDRAWN,
    PAUSED,
    RESUMED,
    KEPT,
    /// A signal said no while a yes stood. It counts as a no as long as it is sent, by the requests
    /// that carry it; the record of it changes nothing.
    CONTRADICTED
  }

  public Choice {
    if (about.equals(EVERYTHING) && kind != Kind.PAUSED && kind != Kind.RESUMED) {
      throw new IllegalArgumentException(
          "A choice about everything can only pause or resume; record one choice per purpose");
    }
    if ((kind == Kind.KEPT) != keep.isPresent()) {
      throw new IllegalArgumentException(
          "To keep for a time names the time, and nothing else does");
    }
    if ((kind == Kind.CONTRADICTED) != carrier.isPresent()) {
      throw new IllegalArgumentException(
          "What contradicts a yes names its carrier, and nothing else does");
    }
    if (forVisit && (kind != Kind.GIVEN || until.isEmpty())) {
      throw new IllegalArgumentException("Only a yes is for a visit, and it says when that ends");
    }
  }

  /// One thing a subject said themselves.
  public Choice(
      long index,
      String about,
      Kind kind,
      Instant at,
      Optional<Instant> until,
      Optional<Period> keep,
      String meaning,
      Evidence evidence,
      boolean inSightOfGpc,
      boolean byGuardian) {
    this(
        index,
        about,
        kind,
        at,
        until,
        keep,
        meaning,
        evidence,
        inSightOfGpc,
        byGuardian,
        false,
        Optional.empty());
  }

  /// What a choice about one surface, for all purposes, is about.
  public static String surface(String id) {
    return SURFACE + id;
  }

  /// What a choice about one signal, for all purposes, is about.
  public static String signal(String id) {
    return SIGNAL + id;
  }

  /// Whether it is about a surface or a signal, which are on until they are switched off.
  public boolean isAboutAPart() {
    return about.startsWith(SURFACE) || about.startsWith(SIGNAL);
  }

  /// Whether it is a yes or a no, and not a wish besides or a note.
  public boolean isYesOrNo() {
    return kind == Kind.GIVEN || isNo();
  }

  /// Whether it is a no, whatever it is about.
  boolean isNo() {
    return kind == Kind.REFUSED || kind == Kind.WITHDRAWN;
  }

  /// Whether this yes is later than a no and rests on evidence at least as strong.
  boolean lifts(Choice no) {
    return at.isAfter(no.at) && evidence.compareTo(no.evidence) >= 0;
  }

  /// Whether this yes stands in for an earlier recorded one.
  boolean replaces(Choice yes) {
    return !at.isBefore(yes.at) && evidence.compareTo(yes.evidence) >= 0;
  }
}
