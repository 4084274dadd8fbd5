package org.aboveboard.server.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.aboveboard.server.sql.Bytes;

/// A subject's own random key, wrapped by a key that lives outside the database.
///
/// The bytes in the row: a version (1), the number of the epoch (4 bytes), then the key sealed
/// under the epoch's shard key. The seal is bound to the instance, the look-up, the shard and the
/// epoch, so that no row's key opens in another row. Sixty bytes without the first five are of the
/// time before epochs, and count as epoch 0.
public final class Wrap {
  /// The epoch of what was wrapped before there were any.
  public static final int BEFORE = 0;

  private static final int BYTES = 32;
  private static final int OLD_LENGTH = 60;
  private static final byte VERSION = 1;
  private static final int HEAD = 1 + Integer.BYTES;
  private static final byte[] WORD = "aboveboard subject key v1\n".getBytes(StandardCharsets.UTF_8);

  private final Keyring keyring;
  private final Epochs epochs;
  private final SecureRandom random;
  private final byte[] tag;

  Wrap(Keyring keyring, Epochs epochs, SecureRandom random) {
    this.keyring = keyring;
    this.epochs = epochs;
    this.random = random;
    this.tag = keyring.mac("instance", new byte[0]);
  }

  /// A new key.
  public SecretKey draw() {
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    return new SecretKeySpec(fresh, "AES");
  }

  /// The key as it may lie in a row.
  public byte[] wrap(SecretKey key, Lookup lookup, Epoch epoch) {
    int shard = Epoch.shardOf(lookup);
    byte[] context = context(lookup, shard, epoch.number());
    byte[] sealed = Seal.seal(epoch.shard(shard), context, key.getEncoded(), random);
    return ByteBuffer.allocate(HEAD + sealed.length)
        .put(VERSION)
        .putInt(epoch.number())
        .put(sealed)
        .array();
  }

  /// The key that lies in a row.
  public SecretKey unwrap(byte[] wrapped, Lookup lookup) {
    int number = epochOf(wrapped);
    if (number == BEFORE) {
      return key(Seal.open(keyring.wrapping(), lookup.bytes(), wrapped));
    }
    int shard = Epoch.shardOf(lookup);
    byte[] sealed = Arrays.copyOfRange(wrapped, HEAD, wrapped.length);
    return key(Seal.open(epochs.of(number).shard(shard), context(lookup, shard, number), sealed));
  }

  /// The epoch under which these bytes were wrapped.
  public static int epochOf(byte[] wrapped) {
    if (wrapped.length == OLD_LENGTH) {
      return BEFORE;
    }
    if (wrapped.length != OLD_LENGTH + HEAD || wrapped[0] != VERSION) {
      throw new IllegalStateException("A wrapped key is of a form that is not known here.");
    }
    return ByteBuffer.wrap(wrapped, 1, Integer.BYTES).getInt();
  }

  /// How what is wrapped under this epoch begins.
  public static byte[] head(int epoch) {
    return ByteBuffer.allocate(HEAD).put(VERSION).putInt(epoch).array();
  }

  /// What tells one key from another and gives neither away.
  public static Bytes fingerprint(SecretKey key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("aboveboard key fingerprint\n".getBytes(StandardCharsets.UTF_8));
      return Bytes.of(digest.digest(key.getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }

  byte[] context(Lookup lookup, int shard, int epoch) {
    byte[] digest = lookup.bytes();
    return ByteBuffer.allocate(
            WORD.length + tag.length + digest.length + Short.BYTES + Integer.BYTES)
        .put(WORD)
        .put(tag)
        .put(digest)
        .putShort((short) shard)
        .putInt(epoch)
        .array();
  }

  private static SecretKey key(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }
}
