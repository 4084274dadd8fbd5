package org.aboveboard.server.simulate;

import org.aboveboard.policy.read.ReadPolicy;

/// A policy as it would be without any correction of what is shown.
final class Uncorrected {
  private Uncorrected() {}

  static ReadPolicy of(ReadPolicy read) {
    return read;
  }
}
