package org.aboveboard.policy;

/// What came with a request, besides what its subject has said before.
///
/// @param optOuts what the browser or another consent tool sent; it can only narrow
/// @param minor whether the subject is too young to decide alone
/// @param demonstration whether this is a demonstration, where borrowed consents count
public record Circumstances(OptOuts optOuts, boolean minor, boolean demonstration) {
  private static final Circumstances PLAIN = new Circumstances(OptOuts.none(), false, false);

  /// Nothing was sent, by a grown-up, and this is no demonstration.
  public static Circumstances plain() {
    return PLAIN;
  }

  /// The same with these opt-outs.
  public Circumstances with(OptOuts sent) {
    return new Circumstances(sent, minor, demonstration);
  }
}
