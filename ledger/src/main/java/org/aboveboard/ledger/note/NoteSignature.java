package org.aboveboard.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// One signature line of a [Note]: whose key, and base64 of the key's id and the signature.
///
/// @param name the key's name
/// @param base64 four bytes of key id, then the signature, in base64
public record NoteSignature(String name, String base64) {
  private static final String DASH = "\u2014 ";
  private static final int ID_LENGTH = 4;

  public NoteSignature {
    if (!NoteText.isName(name)) {
      throw new IllegalArgumentException("a key's name is one word without plus");
    }
    if (Base64Text.read(base64).filter(bytes -> bytes.length > ID_LENGTH).isEmpty()) {
      throw new IllegalArgumentException("a signature is base64 of more than four bytes");
    }
  }

  /// Reads one line, without its newline.
  public static Optional<NoteSignature> read(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static NoteSignature of(VerifierKey key, byte[] signature) {
    var bytes =
        ByteBuffer.allocate(ID_LENGTH + signature.length).putInt(key.id()).put(signature).array();
    return new NoteSignature(key.name(), Base64Text.write(bytes));
  }

  /// The id of the key, which picks it out among keys of one name.
  public int id() {
    return ByteBuffer.wrap(whole()).getInt();
  }

  /// The signature without the key's id.
  public byte[] bytes() {
    var whole = whole();
    return Arrays.copyOfRange(whole, ID_LENGTH, whole.length);
  }

  /// The line, without its newline.
  public String line() {
    return DASH + name + " " + base64;
  }

  boolean isOf(VerifierKey key) {
    return name.equals(key.name()) && id() == key.id();
  }

  private byte[] whole() {
    return Base64Text.read(base64).orElseThrow();
  }
}
