package org.aboveboard.server.journal;

/// What an entry of the journal is about.
public enum Kind {
  EVENT("event"),
  SET_ASIDE("set-aside"),
  CONSENT("consent"),
  RECOMMENDATION("recommendation"),
  POLICY("policy"),
  WITHDRAWAL_DONE("withdrawal-done"),
  FORGOTTEN("forgotten"),
  ERASURE("erasure"),
  ERASURE_DONE("erasure-done"),
  RETENTION("retention"),
  TRAINING("training"),
  RESTORE("restore");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /// The word that stands in the journal.
  public String word() {
    return word;
  }
}
