package org.aboveboard.server.ledger;

/// The ledger cannot be published without contradicting what it showed before.
public final class LedgerFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String words;

  LedgerFault(String what, String cure) {
    super(what + " " + cure);
    this.words = what + " " + cure;
  }

  /// The database holds another entry than was published.
  static LedgerFault another(long index) {
    return new LedgerFault(
        "Entry " + index + " of the database is not the one that was published.",
        "Put back the database that belongs to the folder \"ledger\", or begin a ledger of another"
            + " name in an empty folder.");
  }

  /// The database counts an entry that it does not hold.
  static LedgerFault missing(long index) {
    return new LedgerFault(
        "Entry " + index + " is missing in the database.",
        "Put back a whole copy of the database. Nothing more is published; ask an auditor.");
  }

  /// What is wrong, and what to do.
  public String words() {
    return words;
  }
}
