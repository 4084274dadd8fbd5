package org.aboveboard.ledger.note;

import java.time.Instant;
import java.util.Optional;

/// A witness's private key, which says when a checkpoint was the newest it had seen.
///
/// It never prints itself; [#format] alone gives the secret away.
public final class Cosigner {
  private final PrivateForm form;
  private final VerifierKey verifier;

  private Cosigner(PrivateForm form) {
    this.form = form;
    this.verifier = form.verifier();
  }

  /// The key of this name, kind and 32-byte seed.
  public static Cosigner of(String name, KeyKind kind, byte[] seed) {
    if (!kind.isCosigner()) {
      throw new IllegalArgumentException("a cosigner's key is of a cosignature's kind");
    }
    return new Cosigner(new PrivateForm(name, kind, seed));
  }

  /// The key in its text form, or nothing for any other text.
  public static Optional<Cosigner> parse(String text) {
    return PrivateForm.parse(text).filter(form -> form.kind().isCosigner()).map(Cosigner::new);
  }

  /// The cosignature of this checkpoint. A cosigner leaves out what a log adds to the three lines.
  public NoteSignature cosign(Checkpoint checkpoint, Instant now) {
    return cosign(checkpoint.text(), now).orElseThrow();
  }

  /// The cosignature of the note with this text, where the text is a checkpoint.
  public Optional<NoteSignature> cosign(String text, Instant now) {
    long time = now.getEpochSecond();
    return Cosignature.message(verifier, time, text)
        .map(message -> Cosignature.timed(time, sign(message)))
        .map(timed -> NoteSignature.of(verifier, timed));
  }

  /// The time that a cosignature states. It is true only as far as the cosignature is verified.
  public static Instant time(NoteSignature cosignature) {
    return Instant.ofEpochSecond(Cosignature.time(cosignature.bytes()));
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
    return "Cosigner of " + verifier.name();
  }

  private byte[] sign(byte[] message) {
    return verifier.kind() == KeyKind.COSIGNATURE_ML_DSA_44
        ? MlDsa44.sign(form.seed(), message)
        : Ed25519.sign(form.seed(), message);
  }
}
