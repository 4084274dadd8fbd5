/// The command line with which an outsider checks what Aboveboard hands out.
@org.jspecify.annotations.NullMarked
module org.aboveboard.verifier {
  requires jdk.httpserver;
  requires org.aboveboard.ledger;
  requires static org.jspecify;

  exports org.aboveboard.verifier;
  exports org.aboveboard.verifier.witness;
}
