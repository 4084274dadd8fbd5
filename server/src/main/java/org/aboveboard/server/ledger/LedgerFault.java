package org.aboveboard.server.ledger;

/// The ledger cannot be published without contradicting what it showed before.
public final class LedgerFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String words;

  LedgerFault(String what, String cure) {
    super(what + " " + cure);
    this.words = what + " " + cure;
  }

  /// What is wrong, and what to do.
  public String words() {
    return words;
  }
}
