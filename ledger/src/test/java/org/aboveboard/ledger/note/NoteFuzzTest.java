package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.aboveboard.ledger.Tree;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all are read as what has these very bytes, or are not read.
class NoteFuzzTest {
  @MethodSource("notes")
  @FuzzTest
  void aNoteHasOneForm(byte[] bytes) {
    switch (Note.read(bytes)) {
      case Note.Read(var note) -> {
        assertThat(note.bytes()).isEqualTo(bytes);
        assertThat(note.verify(Notes.key(Notes.PETER))).isNotNull();
      }
      case Note.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  @MethodSource("checkpoints")
  @FuzzTest
  void aCheckpointBeginsWithItsOneForm(byte[] bytes) {
    var text = new String(bytes, UTF_8);
    switch (Checkpoint.parse(text)) {
      case Checkpoint.Read(var checkpoint) -> assertThat(text).startsWith(checkpoint.text());
      case Checkpoint.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  @MethodSource("notes")
  @FuzzTest
  void aSignatureHasOneForm(byte[] bytes) {
    var line = new String(bytes, UTF_8);
    NoteSignature.read(line).ifPresent(signature -> assertThat(signature.line()).isEqualTo(line));
  }

  @MethodSource("keys")
  @FuzzTest
  void aPublicKeyHasOneForm(byte[] bytes) {
    var vkey = new String(bytes, UTF_8);
    switch (VerifierKey.parse(vkey)) {
      case VerifierKey.Read(var key) -> assertThat(key.format()).isEqualTo(vkey);
      case VerifierKey.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  static Stream<Arguments> notes() {
    var checkpoint = new Checkpoint("example.com/log", 7, Tree.EMPTY).text();
    return texts(
        Notes.TEXT + "\n" + Notes.BY_PETER + Notes.BY_ENOCH,
        SignerKey.of("example.com/log", new byte[32]).sign(checkpoint).format(),
        Notes.BY_FOO.strip(),
        "\n\n");
  }

  static Stream<Arguments> checkpoints() {
    return texts(
        new Checkpoint("example.com/log", 7, Tree.EMPTY).text(),
        new Checkpoint("é", Long.MAX_VALUE, Tree.EMPTY).text() + "more\n",
        "a\n01\nb\n");
  }

  static Stream<Arguments> keys() {
    return texts(Notes.PETER, Notes.FOO, Notes.PETER_SECRET, "a+00000000+AQ==");
  }

  private static Stream<Arguments> texts(String... texts) {
    return Stream.of(texts).map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
