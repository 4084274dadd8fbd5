package org.aboveboard.server.receipt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far an erasure has come: each stage has an entry of its own.
public enum Stage {
  /// It was asked.
  ASKED,
  /// All of it is done here, online.
  DONE,
  /// Nothing opens any copy any more.
  EVERYWHERE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Stage> of(String word) {
    return Arrays.stream(values()).filter(stage -> stage.word().equals(word)).findFirst();
  }
}
