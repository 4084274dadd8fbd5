package org.aboveboard.server.postgres;

import java.io.IOException;
import java.io.Serial;

/// A refusal of the store that names its cause and its cure.
public final class StoreRefused extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final String reason;
  private final String cure;

  StoreRefused(String reason, String cure) {
    super(reason + " " + cure);
    this.reason = reason;
    this.cure = cure;
  }

  /// What is wrong, in one or two sentences.
  public String reason() {
    return reason;
  }

  /// What a person can do about it.
  public String cure() {
    return cure;
  }
}
