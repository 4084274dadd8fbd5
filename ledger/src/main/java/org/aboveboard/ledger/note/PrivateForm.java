package org.aboveboard.ledger.note;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A private key as text: `PRIVATE+KEY+name+id+base64(type ‖ seed)`, as golang.org/x/mod/sumdb/note
/// writes it.
final class PrivateForm {
  private static final Pattern FORM =
      Pattern.compile(
          "PRIVATE\\+KEY\\+(?<name>[^+]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/]+={0,2})");

  private final String name;
  private final KeyKind kind;
  private final byte[] seed;

  PrivateForm(String name, KeyKind kind, byte[] seed) {
    if (!NoteText.isName(name)) {
      throw new IllegalArgumentException("a key's name is one word without plus");
    }
    if (seed.length != Seeded.LENGTH) {
      throw new IllegalArgumentException("a seed has " + Seeded.LENGTH + " bytes");
    }
    this.name = name;
    this.kind = kind;
    this.seed = seed.clone();
  }

  static Optional<PrivateForm> parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches() || !NoteText.isName(parts.group("name"))) {
      return Optional.empty();
    }
    return Base64Text.read(parts.group("key"))
        .filter(typed -> typed.length == 1 + Seeded.LENGTH)
        .flatMap(typed -> typed(parts.group("name"), typed))
        .filter(form -> form.format().equals(text));
  }

  private static Optional<PrivateForm> typed(String name, byte[] typed) {
    return KeyKind.of(typed[0])
        .map(kind -> new PrivateForm(name, kind, Arrays.copyOfRange(typed, 1, typed.length)));
  }

  String name() {
    return name;
  }

  KeyKind kind() {
    return kind;
  }

  byte[] seed() {
    return seed.clone();
  }

  VerifierKey verifier() {
    var publicKey =
        switch (kind) {
          case NOTE_ED25519, COSIGNATURE_ED25519 -> Ed25519.publicKey(seed);
          case COSIGNATURE_ML_DSA_44 -> MlDsa44.publicKey(seed);
        };
    return VerifierKey.of(name, kind, publicKey).orElseThrow();
  }

  String format() {
    var id = HexFormat.of().toHexDigits(verifier().id());
    var key = Base64Text.write(VerifierKey.typed(kind, seed));
    return "PRIVATE+KEY+" + name + "+" + id + "+" + key;
  }
}
