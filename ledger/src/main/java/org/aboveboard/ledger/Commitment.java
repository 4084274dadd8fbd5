package org.aboveboard.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.random.RandomGenerator;

/// A promise about a body that gives nothing of it away: SHA-256 over a domain separator, a secret
/// [Nonce] and the body's bytes.
///
/// The separator and the nonce have fixed lengths, so the three parts cannot be cut in another way.
/// Binding rests on SHA-256; hiding rests on the nonce, without which even a guessed body cannot be
/// tried.
public record Commitment(Hash hash) {
  private static final byte[] DOMAIN = "aboveboard commitment v1\n".getBytes(US_ASCII);

  /// A commitment with the nonce that opens it.
  public record Made(Commitment commitment, Nonce nonce) {}

  /// Commits to the body under a fresh nonce. Outside tests the generator must be a
  /// `java.security.SecureRandom`.
  public static Made make(byte[] body, RandomGenerator random) {
    var nonce = Nonce.draw(random);
    return new Made(to(body, nonce), nonce);
  }

  /// The commitment to this body under this nonce.
  public static Commitment to(byte[] body, Nonce nonce) {
    return new Commitment(Hash.sha256(DOMAIN, nonce.bytes(), body));
  }

  /// Whether nonce and body are what was committed to.
  public Verdict open(Nonce nonce, byte[] body) {
    return Verdict.of(
        to(body, nonce).equals(this), "the nonce and the body do not open the commitment");
  }
}
