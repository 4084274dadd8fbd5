package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/// The private half of a log's Ed25519 key: thirty-two secret bytes under the log's name.
///
/// It never prints itself; [#format] alone gives the secret away.
public final class SignerKey {
  private final PrivateForm form;
  private final VerifierKey verifier;

  private SignerKey(PrivateForm form) {
    this.form = form;
    this.verifier = form.verifier();
  }

  /// The key of this name and seed. The name is one word without plus, the seed 32 bytes.
  public static SignerKey of(String name, byte[] seed) {
    return new SignerKey(new PrivateForm(name, KeyKind.NOTE_ED25519, seed));
  }

  /// The key in its text form, or nothing for any other text.
  public static Optional<SignerKey> parse(String text) {
    return PrivateForm.parse(text)
        .filter(form -> form.kind() == KeyKind.NOTE_ED25519)
        .map(SignerKey::new);
  }

  /// The note with this text and this key's signature.
  public Note sign(String text) {
    var signature = Ed25519.sign(form.seed(), text.getBytes(UTF_8));
    return new Note(text, List.of(NoteSignature.of(verifier, signature)));
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /// The secret text `PRIVATE+KEY+name+id+base64(type ‖ seed)`.
  public String format() {
    return form.format();
  }

  @Override
  public String toString() {
    return "SignerKey of " + verifier.name();
  }
}
