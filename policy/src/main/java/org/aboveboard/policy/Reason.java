package org.aboveboard.policy;

/// Why a use is denied, in the order in which rules are asked: the first that speaks is named.
///
/// The declaration comes first; then whether this server can know what was said last; then
/// withdrawal, refusal, pause, conflict, age, opt-out signal; last what an explicit, unexpired yes
/// that covers this very use would have to show.
public enum Reason {
  UNKNOWN_PURPOSE(Truth.UNPROVABLE, "the policy in force does not declare this purpose"),
  USE_NOT_DECLARED(Truth.VIOLATED, "the purpose does not declare this use"),
  NOT_FOR_EVERYBODY(Truth.VIOLATED, "only training and audits may ask about everybody at once"),
  SURFACE_NOT_DECLARED(Truth.VIOLATED, "the surface does not list this purpose"),
  PROHIBITED(Truth.VIOLATED, "the policy forbids this use of data the purpose cannot do without"),
  NOT_ASSESSED(Truth.UNPROVABLE, "invasive and without a valid assessment of what it is now"),
  NOT_APPROVED(Truth.UNPROVABLE, "invasive and without a signed approval of this very policy"),
  NO_LEASE(Truth.UNPROVABLE, "this server cannot be sure it has heard the last no"),
  WITHDRAWN(Truth.VIOLATED, "the subject took the yes back"),
  REFUSED(Truth.VIOLATED, "the subject said no"),
  PAUSED(Truth.VIOLATED, "the subject paused it"),
  SWITCHED_OFF(Truth.VIOLATED, "the subject switched off this surface or this kind of act"),
  CONFLICT(Truth.UNPROVABLE, "a recorded yes and a no sent with this request; that is a no"),
  MINOR(Truth.VIOLATED, "the subject is too young to decide alone, and nobody who may said yes"),
  SIGNAL(Truth.VIOLATED, "the subject's browser or app sent an opt-out"),
  NEVER_ASKED(Truth.UNPROVABLE, "the subject has not said yes, and silence is a no"),
  NOT_A_DEMONSTRATION(Truth.VIOLATED, "the yes was made up for a demonstration"),
  NOT_YET(Truth.UNPROVABLE, "the yes begins later"),
  EXPIRED(Truth.VIOLATED, "the yes has run out"),
  PURPOSE_CHANGED(Truth.UNPROVABLE, "this is more than what was agreed to"),
  OLDER_THAN_CONSENT(Truth.VIOLATED, "the event is older than the yes");

  private final Truth truth;
  private final String rule;

  Reason(Truth truth, String rule) {
    this.truth = truth;
    this.rule = rule;
  }

  /// Whether the rule is shown to be broken or merely not shown to hold.
  public Truth truth() {
    return truth;
  }

  /// The rule in words.
  public String rule() {
    return rule;
  }

  // The order of declaration is the order of resolution: that is what this type is for.
  @SuppressWarnings("EnumOrdinal")
  int bit() {
    return 1 << ordinal();
  }
}
