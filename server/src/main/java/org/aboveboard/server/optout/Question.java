package org.aboveboard.server.optout;

/// One question that is put to people here, as tools that answer for them know it.
///
/// @param id the purpose, `~`, and the beginning of the prompt's digest: other words, another id
/// @param purpose what it asks about
/// @param text all that a person must know to answer
public record Question(String id, String purpose, String text) {
  /// Stands in no id of a purpose, and may stand in the ids of a consent request.
  private static final char SEPARATOR = '~';

  private static final int DIGITS = 16;

  static Question of(String purpose, String digest, String text) {
    return new Question(purpose + SEPARATOR + digest.substring(0, DIGITS), purpose, text);
  }

  /// The purpose that an id of ours, of whatever wording, is about.
  static String purposeOf(String id) {
    int end = id.indexOf(SEPARATOR);
    return end < 0 ? id : id.substring(0, end);
  }
}
