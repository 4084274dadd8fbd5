package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aboveboard.ledger.Hash;

/// The public half of a key, with its name: the "vkey" text `name+id+base64(type ‖ public key)`.
public final class VerifierKey {
  private static final Pattern FORM =
      Pattern.compile("(?<name>[^+]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/]+={0,2})");

  private final String name;
  private final KeyKind kind;
  private final byte[] bytes;
  private final int id;

  private VerifierKey(String name, KeyKind kind, byte[] bytes) {
    this.name = name;
    this.kind = kind;
    this.bytes = bytes.clone();
    this.id = id(name, kind, bytes);
  }

  /// What reading a key found.
  public sealed interface Reading {}

  /// The text is this key.
  public record Read(VerifierKey key) implements Reading {}

  /// The text is not a key.
  public record Unreadable(String reason) implements Reading {}

  public static Reading parse(String vkey) {
    var parts = FORM.matcher(vkey);
    if (!parts.matches() || !NoteText.isName(parts.group("name"))) {
      return new Unreadable("a key is written name+8 hexadecimal digits+base64");
    }
    return Base64Text.read(parts.group("key"))
        .map(typed -> typed(parts.group("name"), typed))
        .map(key -> key.map(read -> checked(read, parts.group("id"))).orElseGet(VerifierKey::odd))
        .orElseGet(() -> new Unreadable("the key's base64 is not in its one spelling"));
  }

  /// The key of this name, kind and public key, where the bytes are a public key of that kind.
  public static Optional<VerifierKey> of(String name, KeyKind kind, byte[] publicKey) {
    return NoteText.isName(name) && kind.isPublicKey(publicKey)
        ? Optional.of(new VerifierKey(name, kind, publicKey))
        : Optional.empty();
  }

  private static Optional<VerifierKey> typed(String name, byte[] typed) {
    return KeyKind.of(typed[0])
        .flatMap(kind -> of(name, kind, Arrays.copyOfRange(typed, 1, typed.length)));
  }

  private static Reading checked(VerifierKey key, String id) {
    return HexFormat.of().toHexDigits(key.id).equals(id)
        ? new Read(key)
        : new Unreadable("the key's id does not fit its name and public key");
  }

  private static Reading odd() {
    return new Unreadable("the key is none of Ed25519 (01, 04) and ML-DSA-44 (06), or a weak one");
  }

  public String name() {
    return name;
  }

  public KeyKind kind() {
    return kind;
  }

  /// The first four bytes of a hash over name, kind and public key: picks the key, proves nothing.
  public int id() {
    return id;
  }

  /// The bare public key.
  public byte[] publicKey() {
    return bytes.clone();
  }

  /// The vkey.
  public String format() {
    return name + "+" + HexFormat.of().toHexDigits(id) + "+" + Base64Text.write(typed(kind, bytes));
  }

  /// Whether these bytes are this key's signature of the note with this text.
  boolean verifies(String text, byte[] signature) {
    return kind.isCosigner()
        ? Cosignature.verifies(this, text, signature)
        : kind.verifies(bytes, text.getBytes(UTF_8), signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key
        && name.equals(key.name)
        && kind == key.kind
        && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return format();
  }

  static byte[] typed(KeyKind kind, byte[] key) {
    return ByteBuffer.allocate(1 + key.length).put(kind.type()).put(key).array();
  }

  private static int id(String name, KeyKind kind, byte[] bytes) {
    var hash = Hash.sha256((name + "\n").getBytes(UTF_8), typed(kind, bytes));
    return ByteBuffer.wrap(hash.bytes()).getInt();
  }
}
