package org.aboveboard.server.journal;

import java.util.Arrays;
import java.util.Optional;

/// What an entry of the journal is about.
public enum Kind {
  EVENT("event"),
  SET_ASIDE("set-aside"),
  CONSENT("consent", true),
  /// Has no entry of its own but a place among the [#DECISIONS] of its second.
  RECOMMENDATION("recommendation"),
  DECISIONS("decisions"),
  POLICY("policy", true),
  WITHDRAWAL_DONE("withdrawal-done", true),
  FORGOTTEN("forgotten", true),
  ERASURE("erasure"),
  /// Rows and key are gone.
  ERASURE_DONE("erasure-done", true),
  /// All of an erasure is done here, and looked after.
  ERASED("erased"),
  RETENTION("retention", true),
  TRAINING("training"),
  /// An alarm of a monitor began or ended.
  MONITOR("monitor"),
  RESTORE("restore"),
  DOWNLOAD("download"),
  /// Somebody answered the question of a segment.
  VOLUNTEERED("volunteered"),
  /// Staff asked for one answer, agreed to it, or read it.
  LOOK("look"),
  /// Counts of the volunteers were published.
  FIGURES("figures"),
  EPOCH_DESTROYED("epoch-destroyed");

  private final String word;
  private final boolean told;

  Kind(String word) {
    this(word, false);
  }

  Kind(String word, boolean told) {
    this.word = word;
    this.told = told;
  }

  /// Whether all nodes are told at once: it changes what may be decided, or somebody waits until
  /// every model has followed it.
  boolean isTold() {
    return told;
  }

  /// The kind with this word.
  public static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /// Whether an entry is about a step of the server's own that everybody may read: it is about
  /// nobody, and nobody holds it as a receipt of theirs.
  public boolean isPublic() {
    return switch (this) {
      case POLICY, RETENTION, TRAINING, MONITOR, RESTORE, DECISIONS, EPOCH_DESTROYED, FIGURES ->
          true;
      case EVENT,
          SET_ASIDE,
          CONSENT,
          RECOMMENDATION,
          WITHDRAWAL_DONE,
          FORGOTTEN,
          ERASURE,
          ERASURE_DONE,
          ERASED,
          DOWNLOAD,
          VOLUNTEERED,
          LOOK ->
          false;
    };
  }

  /// The word that stands in the journal.
  public String word() {
    return word;
  }
}
