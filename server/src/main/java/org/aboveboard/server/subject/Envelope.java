package org.aboveboard.server.subject;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.server.sql.Bytes;

/// A body sealed under its subject's key together with the nonce that opens the journal's
/// commitment to it. Once the key is gone, so is what the commitment was about.
public record Envelope(Bytes payload, Commitment commitment) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Seals a body of the kind named by `thing`, and commits to it.
  public static Envelope of(Subject subject, String thing, byte[] body) {
    return of(subject, thing, body, body);
  }

  /// Seals a body of the kind named by `thing`, and commits to what stands for it.
  public static Envelope of(Subject subject, String thing, byte[] body, byte[] promise) {
    Commitment.Made made = Commitment.make(promise, RANDOM);
    byte[] plain =
        ByteBuffer.allocate(Nonce.LENGTH + body.length).put(made.nonce().bytes()).put(body).array();
    return new Envelope(Bytes.of(subject.seal(thing, plain)), made.commitment());
  }

  /// The nonce that opens the commitment of a payload sealed by [#of].
  public static Nonce nonce(Subject subject, String thing, byte[] payload) {
    byte[] plain = subject.open(thing, payload);
    return Nonce.of(Arrays.copyOf(plain, Nonce.LENGTH)).orElseThrow();
  }

  /// The body of a payload sealed by [#of].
  public static byte[] open(Subject subject, String thing, byte[] payload) {
    byte[] plain = subject.open(thing, payload);
    return Arrays.copyOfRange(plain, Nonce.LENGTH, plain.length);
  }

  @Override
  public String toString() {
    return "Envelope";
  }
}
