package org.aboveboard.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.random.RandomGenerator;

/// A promise about a body that gives nothing of it away: SHA-256 over a domain separator, a secret
/// [Nonce] and the body's bytes.
///
/// The separator and the nonce have fixed lengths, so the three parts cannot be cut in another way.
/// Binding rests on SHA-256; hiding rests on the nonce, without which even a guessed body cannot be
/// tried.
///
/// A chained commitment also holds the one before it, of the same subject: whoever shows the last
/// one and what it follows cannot leave out a statement between. Its separator is another, so that
/// neither form passes for the other.
public record Commitment(Hash hash) {
  private static final byte[] DOMAIN = "aboveboard commitment v1\n".getBytes(US_ASCII);
  private static final byte[] CHAINED = "aboveboard commitment v1 after\n".getBytes(US_ASCII);

  /// A commitment with the nonce that opens it.
  public record Made(Commitment commitment, Nonce nonce) {}

  /// Commits to the body under a fresh nonce. Outside tests the generator must be a
  /// `java.security.SecureRandom`.
  public static Made make(byte[] body, RandomGenerator random) {
    var nonce = Nonce.draw(random);
    return new Made(to(body, nonce), nonce);
  }

  /// Commits under a fresh nonce to the body and to the statement that it comes after.
  public static Made make(Commitment previous, byte[] body, RandomGenerator random) {
    var nonce = Nonce.draw(random);
    return new Made(to(previous, body, nonce), nonce);
  }

  /// The commitment to this body under this nonce.
  public static Commitment to(byte[] body, Nonce nonce) {
    return new Commitment(Hash.sha256(DOMAIN, nonce.bytes(), body));
  }

  /// The commitment to this body, after the previous one, under this nonce.
  public static Commitment to(Commitment previous, byte[] body, Nonce nonce) {
    return new Commitment(Hash.sha256(CHAINED, nonce.bytes(), previous.hash().bytes(), body));
  }

  /// Whether nonce and body are what was committed to, after nothing.
  public Verdict open(Nonce nonce, byte[] body) {
    return Verdict.of(
        to(body, nonce).equals(this), "the nonce and the body do not open the commitment");
  }

  /// Whether nonce and body are what was committed to, after the previous one.
  public Verdict open(Commitment previous, Nonce nonce, byte[] body) {
    return Verdict.of(
        to(previous, body, nonce).equals(this),
        "the nonce, the previous commitment and the body do not open the commitment");
  }
}
