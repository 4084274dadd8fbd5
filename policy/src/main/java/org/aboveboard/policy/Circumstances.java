package org.aboveboard.policy;

/// What a decision has to know besides what its subject has said.
///
/// @param optOuts what the browser or another consent tool sent; it can only narrow
/// @param minor whether the subject is too young to decide alone
/// @param demonstration whether this is a demonstration, where borrowed consents count
/// @param leased whether this server can be sure that it has heard the last no
public record Circumstances(OptOuts optOuts, boolean minor, boolean demonstration, boolean leased) {
  private static final Circumstances PLAIN = new Circumstances(OptOuts.none(), false, false, true);

  /// Nothing was sent, by a grown-up, and this is no demonstration.
  public static Circumstances plain() {
    return PLAIN;
  }

  /// The same with these opt-outs.
  public Circumstances with(OptOuts sent) {
    return new Circumstances(sent, minor, demonstration, leased);
  }

  /// The same of somebody too young to decide alone, or not.
  public Circumstances ofMinor(boolean isMinor) {
    return new Circumstances(optOuts, isMinor, demonstration, leased);
  }

  /// The same in a demonstration, or not.
  public Circumstances inDemonstration(boolean isOne) {
    return new Circumstances(optOuts, minor, isOne, leased);
  }

  /// The same on a server that can be sure, or cannot.
  public Circumstances leased(boolean isSure) {
    return new Circumstances(optOuts, minor, demonstration, isSure);
  }
}
