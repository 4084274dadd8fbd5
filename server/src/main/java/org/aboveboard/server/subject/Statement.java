package org.aboveboard.server.subject;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.server.sql.Bytes;

/// What somebody said or asked: a body sealed under their key, whose commitment names the one of
/// what they said before.
///
/// So whoever holds two receipts of theirs can tell that nothing was put between, while an outsider
/// sees commitments that have nothing in common. Prints nothing.
public final class Statement {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Bytes payload;
  private final Nonce nonce;
  private final byte[] body;
  private final Optional<Commitment> previous;
  private final Commitment commitment;

  private Statement(Bytes payload, Nonce nonce, byte[] body, Optional<Commitment> previous) {
    this.payload = payload;
    this.nonce = nonce;
    this.body = body;
    this.previous = previous;
    this.commitment =
        previous
            .map(before -> Commitment.to(before, body, nonce))
            .orElseGet(() -> Commitment.to(body, nonce));
  }

  /// A statement of the kind named by `thing`, as if nothing had been said before.
  public static Statement of(Subject subject, String thing, byte[] body) {
    Nonce nonce = Nonce.draw(RANDOM);
    byte[] plain =
        ByteBuffer.allocate(Nonce.LENGTH + body.length).put(nonce.bytes()).put(body).array();
    return new Statement(
        Bytes.of(subject.seal(thing, plain)), nonce, body.clone(), Optional.empty());
  }

  /// The same statement after another one of the same person.
  public Statement after(Optional<Commitment> before) {
    return before.equals(previous) ? this : new Statement(payload, nonce, body, before);
  }

  public Bytes payload() {
    return payload;
  }

  public Optional<Commitment> previous() {
    return previous;
  }

  public Commitment commitment() {
    return commitment;
  }

  @Override
  public String toString() {
    return "Statement";
  }
}
