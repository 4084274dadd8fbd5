package org.aboveboard.server.journal;

import java.security.SecureRandom;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;

/// An entry about a step of the server's own, such as a deletion and how many rows it reached.
public record Mark(Kind kind, Commitment commitment) implements Leaf {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// A mark that promises a kind and a count.
  public static Mark of(Kind kind, long count) {
    return of(kind, Canonical.empty().with("kind", kind.word()).with("count", count));
  }

  /// A mark that promises a body.
  public static Mark of(Kind kind, Canonical body) {
    return new Mark(kind, Commitment.make(body.bytes(), RANDOM).commitment());
  }
}
