package org.aboveboard.server.web;

/// How a thing stands, said by shape, word and colour at once.
public record State(String shape, String word, String tone) {
  public static final State ON = new State("●", "On", "ok");
  public static final State OFF = new State("○", "Off", "muted");
  public static final State OFF_BY_YOU = new State("◌", "Switched off by you", "muted");
  public static final State PAUSED = new State("◌", "Paused by you", "watch");
  public static final State DONE = new State("✔", "Done", "ok");
  public static final State WAITING = new State("○", "Not yet", "muted");

  /// On, and how.
  public static State on(String word) {
    return new State(ON.shape(), word, ON.tone());
  }

  /// Rests on a law or a contract, so it is shown and never dressed as a switch.
  public static State fixed(String word) {
    return new State("■", word, "muted");
  }

  public static State alarm(String word) {
    return new State("▲", word, "alarm");
  }

  public static State failed(String word) {
    return new State("✖", word, "alarm");
  }

  public static State well(String word) {
    return new State("✔", word, "ok");
  }

  public static State watch(String word) {
    return new State("▲", word, "watch");
  }
}
