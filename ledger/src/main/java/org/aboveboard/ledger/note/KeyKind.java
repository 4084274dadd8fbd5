package org.aboveboard.ledger.note;

import java.util.Optional;
import java.util.stream.Stream;

/// What a key signs with and what its signature says: the type byte of c2sp.org/signed-note.
public enum KeyKind {
  /// Ed25519 over the note's text.
  NOTE_ED25519(0x01, Ed25519.LENGTH),

  /// Ed25519 over a time and the note's text (c2sp.org/tlog-cosignature).
  COSIGNATURE_ED25519(0x04, Ed25519.LENGTH),

  /// ML-DSA-44 over a time, the cosigner's name and the checkpoint (c2sp.org/tlog-cosignature).
  COSIGNATURE_ML_DSA_44(0x06, MlDsa44.LENGTH);

  private final byte type;
  private final int length;

  KeyKind(int type, int length) {
    this.type = (byte) type;
    this.length = length;
  }

  static Optional<KeyKind> of(byte type) {
    return Stream.of(values()).filter(kind -> kind.type == type).findFirst();
  }

  byte type() {
    return type;
  }

  /// Number of bytes of the public key.
  int length() {
    return length;
  }

  /// Whether keys of this kind state a time and speak of checkpoints only.
  public boolean isCosigner() {
    return this != NOTE_ED25519;
  }

  boolean isPublicKey(byte[] bytes) {
    return bytes.length == length && (this == COSIGNATURE_ML_DSA_44 || Ed25519.isPublicKey(bytes));
  }

  boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    return switch (this) {
      case NOTE_ED25519, COSIGNATURE_ED25519 -> Ed25519.verifies(publicKey, message, signature);
      case COSIGNATURE_ML_DSA_44 -> MlDsa44.verifies(publicKey, message, signature);
    };
  }
}
