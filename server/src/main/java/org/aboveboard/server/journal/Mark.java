package org.aboveboard.server.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.server.sql.Bytes;

/// An entry about a step of the server's own, such as a deletion and how many rows it reached. It
/// is about nobody, so its nonce and body stand beside it.
public final class Mark implements Leaf {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Kind kind;
  private final Commitment commitment;
  private final Bytes body;

  private Mark(Kind kind, Commitment commitment, Bytes body) {
    this.kind = kind;
    this.commitment = commitment;
    this.body = body;
  }

  /// A mark that promises a kind and a count.
  public static Mark of(Kind kind, long count) {
    return of(kind, Canonical.empty().with("kind", kind.word()).with("count", count));
  }

  /// A mark that promises a body.
  public static Mark of(Kind kind, Canonical body) {
    return of(kind, body, Optional.empty());
  }

  /// A mark that promises a body after what the person it is about said before.
  public static Mark of(Kind kind, Canonical body, Optional<Commitment> previous) {
    byte[] bytes = body.bytes();
    Commitment.Made made =
        previous
            .map(before -> Commitment.make(before, bytes, RANDOM))
            .orElseGet(() -> Commitment.make(bytes, RANDOM));
    byte[] opened =
        ByteBuffer.allocate(Nonce.LENGTH + bytes.length)
            .put(made.nonce().bytes())
            .put(bytes)
            .array();
    return new Mark(kind, made.commitment(), Bytes.of(opened));
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Commitment commitment() {
    return commitment;
  }

  @Override
  public Optional<Bytes> body() {
    return Optional.of(body);
  }
}
