package org.aboveboard.policy;

/// The answer to "may this data be used for this purpose, now?".
public sealed interface Decision {

  /// Carries the only key that opens the subject's data, and what the key obliges to.
  record Allow(Grant grant, Obligations obligations) implements Decision {}

  /// Names the rule that said no, as a kind and in words.
  record Deny(Reason reason, String rule) implements Decision {}

  /// What could be shown: allowed is satisfied, denied is violated or unprovable.
  default Truth truth() {
    return switch (this) {
      case Allow _ -> Truth.SATISFIED;
      case Deny deny -> deny.reason().truth();
    };
  }
}
