package org.aboveboard.server.key;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A span of time with a secret of its own, under which all subjects' keys lie wrapped meanwhile.
///
/// The secret wraps nothing itself: 4,096 shard keys follow from it, so that no key seals more than
/// some ten thousand others even where there are a hundred million people. Prints nothing.
public final class Epoch {
  private static final int SHARDS = 4096;

  private final int number;
  private final Instant made;
  private final long older;
  private final SecretKey secret;
  private final AtomicReferenceArray<SecretKey> shards = new AtomicReferenceArray<>(SHARDS);

  /// @param older subjects up to this number were once wrapped under the root itself
  Epoch(int number, Instant made, long older, byte[] secret) {
    this.number = number;
    this.made = made;
    this.older = older;
    this.secret = new SecretKeySpec(secret, "HKDF");
  }

  public int number() {
    return number;
  }

  public Instant made() {
    return made;
  }

  long older() {
    return older;
  }

  /// The shard a look-up falls into: its first twelve bits.
  static int shardOf(Lookup lookup) {
    byte[] digest = lookup.bytes();
    return (digest[0] & 0xff) << 4 | (digest[1] & 0xff) >> 4;
  }

  SecretKey shard(int shard) {
    SecretKey known = shards.get(shard);
    if (known == null) {
      byte[] info = ("aboveboard shard " + shard).getBytes(StandardCharsets.US_ASCII);
      known = Hkdf.derive(secret, info, "AES");
      shards.set(shard, known);
    }
    return known;
  }

  @Override
  public String toString() {
    return "Epoch " + number;
  }
}
