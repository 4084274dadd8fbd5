package org.aboveboard.policy;

import java.util.HashSet;
import java.util.Set;

/// The opt-outs a browser or another consent tool sent with a request; they can only narrow.
///
/// @param gpc whether Global Privacy Control is on
/// @param refused ids of the purposes a consent object said no to
public record OptOuts(boolean gpc, Set<String> refused) {

  private static final OptOuts NONE = new OptOuts(false, Set.of());
  private static final OptOuts GPC = new OptOuts(true, Set.of());

  public OptOuts {
    refused = Set.copyOf(refused);
  }

  /// Nothing was sent, which is not a yes either.
  public static OptOuts none() {
    return NONE;
  }

  /// Whether Global Privacy Control was sent, and nothing else.
  public static OptOuts of(boolean gpc) {
    return gpc ? GPC : NONE;
  }

  /// These opt-outs and a no to one more purpose.
  public OptOuts andNoTo(String purpose) {
    var more = new HashSet<>(refused);
    more.add(purpose);
    return new OptOuts(gpc, more);
  }
}
