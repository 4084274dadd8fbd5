package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.ledger.Verdict;

/// Text with the signatures of those who stand by it (c2sp.org/signed-note v1).
///
/// The text ends in a newline; a blank line parts it from one line per signature. Nothing in a note
/// is to be believed before [#verify].
public record Note(String text, List<NoteSignature> signatures) {
  /// The longest note that is read.
  public static final int MAX_BYTES = 1 << 20;

  /// The most signatures that one note has.
  public static final int MAX_SIGNATURES = 100;

  public Note {
    signatures = List.copyOf(signatures);
    if (!NoteText.isText(text)) {
      throw new IllegalArgumentException(
          "a note's text ends in a newline and has no other control character");
    }
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException("a note has 1 to " + MAX_SIGNATURES + " signatures");
    }
  }

  /// What reading a note found.
  public sealed interface Reading {}

  /// The bytes are a note. Who signed it is not checked yet.
  public record Read(Note note) implements Reading {}

  /// The bytes are not a note.
  public record Unreadable(String reason) implements Reading {}

  public static Reading read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new Unreadable("the note has more than " + MAX_BYTES + " bytes");
    }
    try {
      return split(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return new Unreadable("the note is not UTF-8");
    }
  }

  public static Reading read(String note) {
    return UTF_8.newEncoder().canEncode(note)
        ? read(note.getBytes(UTF_8))
        : new Unreadable("the note holds half a character (a lone surrogate)");
  }

  private static Reading split(String note) {
    if (!NoteText.isText(note)) {
      return new Unreadable("the note does not end in a newline or holds a control character");
    }
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0) {
      return new Unreadable("no blank line parts the note's text from its signatures");
    }
    return signed(note.substring(0, blank + 1), note.substring(blank + 2).lines().toList());
  }

  private static Reading signed(String text, List<String> lines) {
    if (lines.isEmpty() || lines.size() > MAX_SIGNATURES) {
      return new Unreadable("the note has not 1 to " + MAX_SIGNATURES + " signatures");
    }
    var signatures = new ArrayList<NoteSignature>();
    for (var line : lines) {
      var signature = NoteSignature.read(line);
      if (signature.isEmpty()) {
        return new Unreadable(
            "signature " + (signatures.size() + 1) + " of the note is not a signature line");
      }
      signatures.add(signature.get());
    }
    return new Read(new Note(text, signatures));
  }

  /// Whether this key signed the text. Every line under the key's name and id has to fit, lines of
  /// other keys say nothing.
  public Verdict verify(VerifierKey key) {
    var own = lines(key).toList();
    if (own.isEmpty()) {
      return new Verdict.Refuted("the note has no signature by " + key.name());
    }
    return Verdict.of(
        own.stream().allMatch(signature -> key.verifies(text, signature.bytes())),
        "the signature by " + key.name() + " does not fit the note");
  }

  /// Whether one of these keys signed the text, and no line under any of them is bad.
  public Verdict verifyAny(List<VerifierKey> keys) {
    var named = keys.stream().filter(this::names).toList();
    return named.stream()
        .map(this::verify)
        .reduce((before, next) -> before.and(() -> next))
        .orElseGet(() -> new Verdict.Refuted("the note has no signature by a trusted key"));
  }

  /// Whether a line stands under this key's name and id. It may be a bad signature.
  public boolean names(VerifierKey key) {
    return signatures.stream().anyMatch(signature -> signature.isOf(key));
  }

  /// This note with one line of each of these keys and no other, or nothing where there are none.
  public Optional<Note> only(List<VerifierKey> keys) {
    var kept = keys.stream().flatMap(key -> lines(key).limit(1)).toList();
    return kept.isEmpty() ? Optional.empty() : Optional.of(new Note(text, kept));
  }

  /// This note and one more signature.
  public Note with(NoteSignature signature) {
    var more = new ArrayList<>(signatures);
    more.add(signature);
    return new Note(text, more);
  }

  /// The note as it is published.
  public String format() {
    return signatures.stream()
        .map(signature -> signature.line() + "\n")
        .collect(Collectors.joining("", text + "\n", ""));
  }

  public byte[] bytes() {
    return format().getBytes(UTF_8);
  }

  private Stream<NoteSignature> lines(VerifierKey key) {
    return signatures.stream().filter(signature -> signature.isOf(key));
  }
}
