/// The journal's proof: commitments, their canonical bytes, and the Merkle tree over them.
@org.jspecify.annotations.NullMarked
module org.aboveboard.ledger {
  requires static org.jspecify;

  exports org.aboveboard.ledger;
  exports org.aboveboard.ledger.note;
  exports org.aboveboard.ledger.receipt;
  exports org.aboveboard.ledger.tile;
  exports org.aboveboard.ledger.trust;
  exports org.aboveboard.ledger.witness;
}
