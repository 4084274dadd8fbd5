package org.aboveboard.server.subject;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.key.Seal;

/// A person as the inside knows one: a number, and the key under which everything about them is
/// sealed. It prints nothing.
public final class Subject {
  private static final byte[] RUNS = "aboveboard runs v1".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final long number;
  private final Lookup lookup;
  private final SecretKey key;

  Subject(long number, Lookup lookup, SecretKey key) {
    this.number = number;
    this.lookup = lookup;
    this.key = key;
  }

  public long number() {
    return number;
  }

  public Lookup lookup() {
    return lookup;
  }

  /// Seals bytes so that they open only as this subject's, for the same thing.
  public byte[] seal(String thing, byte[] plain) {
    return Seal.seal(key, context(thing), plain, RANDOM);
  }

  /// Opens what was sealed for the same thing.
  public byte[] open(String thing, byte[] sealed) {
    return Seal.open(key, context(thing), sealed);
  }

  /// What this subject's pseudonyms in runs of training follow from, and nobody else's: gone with
  /// the key.
  public byte[] runSecret() {
    return Keyring.mac(key, RUNS);
  }

  SecretKey key() {
    return key;
  }

  private byte[] context(String thing) {
    byte[] word = thing.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(Long.BYTES + word.length).putLong(number).put(word).array();
  }

  @Override
  public String toString() {
    return "Subject";
  }
}
