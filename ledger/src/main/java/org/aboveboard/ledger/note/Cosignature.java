package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// What a cosigner signs (c2sp.org/tlog-cosignature): the time, and the checkpoint it has seen to
/// continue all that it saw before.
///
/// The signature is eight bytes of time, big-endian seconds since 1970, and the signature proper.
/// Ed25519 signs two lines of text and the note's text; ML-DSA-44 signs a structure of the
/// cosigner's name, the time, the log's origin, zero, the size and the root.
final class Cosignature {
  private static final byte[] LABEL = "subtree/v1\n\0".getBytes(UTF_8);
  private static final int TIME_LENGTH = 8;

  private Cosignature() {}

  static boolean verifies(VerifierKey key, String text, byte[] timed) {
    if (timed.length <= TIME_LENGTH) {
      return false;
    }
    long time = time(timed);
    var signature = Arrays.copyOfRange(timed, TIME_LENGTH, timed.length);
    return time >= 0
        && message(key, time, text)
            .filter(message -> key.kind().verifies(key.publicKey(), message, signature))
            .isPresent();
  }

  static long time(byte[] timed) {
    return ByteBuffer.wrap(timed).getLong();
  }

  static byte[] timed(long time, byte[] signature) {
    return ByteBuffer.allocate(TIME_LENGTH + signature.length).putLong(time).put(signature).array();
  }

  /// The signed bytes, or nothing where the text is not a checkpoint.
  static Optional<byte[]> message(VerifierKey key, long time, String text) {
    return switch (Checkpoint.parse(text)) {
      case Checkpoint.Unreadable _ -> Optional.empty();
      case Checkpoint.Read(var checkpoint) ->
          key.kind() == KeyKind.COSIGNATURE_ML_DSA_44
              ? subtree(key.name().getBytes(UTF_8), time, checkpoint)
              : Optional.of(("cosignature/v1\ntime " + time + "\n" + text).getBytes(UTF_8));
    };
  }

  private static Optional<byte[]> subtree(byte[] name, long time, Checkpoint checkpoint) {
    var origin = checkpoint.origin().getBytes(UTF_8);
    if (name.length > Checkpoint.MAX_ORIGIN) {
      return Optional.empty();
    }
    var bytes =
        ByteBuffer.allocate(LABEL.length + name.length + origin.length + 2 + 3 * 8 + 32)
            .put(LABEL)
            .put((byte) name.length)
            .put(name)
            .putLong(time)
            .put((byte) origin.length)
            .put(origin)
            .putLong(0)
            .putLong(checkpoint.size())
            .put(checkpoint.root().bytes());
    return Optional.of(bytes.array());
  }
}
