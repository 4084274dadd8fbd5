package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aboveboard.ledger.note.Notes.BY_ENOCH;
import static org.aboveboard.ledger.note.Notes.BY_FOO;
import static org.aboveboard.ledger.note.Notes.BY_PETER;
import static org.aboveboard.ledger.note.Notes.ENOCH;
import static org.aboveboard.ledger.note.Notes.FOO;
import static org.aboveboard.ledger.note.Notes.PETER;
import static org.aboveboard.ledger.note.Notes.PETER_SECRET;
import static org.aboveboard.ledger.note.Notes.TEXT;
import static org.aboveboard.ledger.note.Notes.VERIFIED;
import static org.aboveboard.ledger.note.Notes.isVerified;
import static org.aboveboard.ledger.note.Notes.key;
import static org.aboveboard.ledger.note.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.aboveboard.ledger.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
  @Test
  void theStandardsExampleVerifies() {
    assertThat(note("This is an example message.\n\n" + BY_FOO).verify(key(FOO)))
        .isEqualTo(VERIFIED);
    assertThat(key(FOO).format()).isEqualTo(FOO);
    assertThat(key(FOO).id()).isEqualTo(0x530d903a);
  }

  @Test
  void aNoteIsSignedByteForByteAsGoSignsIt() {
    var signer = SignerKey.parse(PETER_SECRET).orElseThrow();
    assertThat(signer.sign(TEXT).format()).isEqualTo(TEXT + "\n" + BY_PETER);
    assertThat(signer.verifier().format()).isEqualTo(PETER);
    assertThat(signer.format()).isEqualTo(PETER_SECRET);
    assertThat(signer).hasToString("SignerKey of PeterNeumann");
  }

  @Test
  void everySignatureIsJudgedByItsOwnKey() {
    var both = note(TEXT + "\n" + BY_PETER + BY_ENOCH);
    assertThat(both.verify(key(PETER))).isEqualTo(VERIFIED);
    assertThat(both.verify(key(ENOCH))).isEqualTo(VERIFIED);
    assertThat(both.format()).isEqualTo(TEXT + "\n" + BY_PETER + BY_ENOCH);
  }

  @Test
  void anAbsentSignatureAndABadOneAreToldApart() {
    assertThat(note(TEXT + "\n" + BY_PETER).verify(key(ENOCH)))
        .isEqualTo(new Verdict.Refuted("the note has no signature by EnochRoot"));
    assertThat(note("!" + TEXT + "\n" + BY_PETER).verify(key(PETER)))
        .isEqualTo(new Verdict.Refuted("the signature by PeterNeumann does not fit the note"));
  }

  @Test
  void oneBadSignatureBesideAGoodOneOfTheSameKeyRefutes() {
    var bad = BY_PETER.replace("ZJkuBS", "ZJkuBT");
    assertThat(isVerified(TEXT + "\n" + BY_PETER + BY_PETER, key(PETER))).isTrue();
    assertThat(isVerified(TEXT + "\n" + BY_PETER + bad, key(PETER))).isFalse();
  }

  @Test
  void aSignatureByAnUnknownKeySaysNothing() {
    var badEnoch = BY_ENOCH.replace("BzmZa", "BzmZb");
    assertThat(isVerified(TEXT + "\n" + badEnoch + BY_PETER, key(PETER))).isTrue();
  }

  @Test
  void noByteOfANoteCanBeChanged() {
    var bytes = (TEXT + "\n" + BY_PETER).getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      for (int flip : new int[] {1, 2, 0x20, 0x80}) {
        var mangled = bytes.clone();
        mangled[i] ^= (byte) flip;
        assertThat(isVerified(mangled, key(PETER))).as("byte %d by %d", i, flip).isFalse();
      }
    }
  }

  @Test
  void noPartOfAKeyIsAKey() {
    for (var whole : new String[] {PETER, PETER_SECRET}) {
      for (int from = 0; from <= whole.length(); from++) {
        for (int to = from; to <= whole.length(); to++) {
          var part = whole.substring(from, to);
          assertThat(isKey(part)).as(part).isEqualTo(part.equals(PETER));
          assertThat(SignerKey.parse(part).isPresent()).isEqualTo(part.equals(PETER_SECRET));
        }
      }
    }
  }

  @Test
  void noByteOfAKeyCanBeChanged() {
    for (var whole : new String[] {PETER, PETER_SECRET}) {
      for (int i = 0; i < whole.length(); i++) {
        var bytes = whole.getBytes(UTF_8);
        bytes[i]++;
        var mangled = new String(bytes, StandardCharsets.UTF_8);
        assertThat(isKey(mangled)).as(mangled).isFalse();
        assertThat(SignerKey.parse(mangled)).as(mangled).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+",
        ""
      })
  void aMalformedKeyIsRefused(String vkey) {
    assertThat(VerifierKey.parse(vkey)).isInstanceOf(VerifierKey.Unreadable.class);
  }

  @Test
  void whatIsNoNoteIsUnreadable() {
    var whole = TEXT + "\n" + BY_PETER;
    var bad =
        new String[] {
          "",
          "\n",
          "\n\n",
          TEXT,
          TEXT + "\n",
          whole.substring(0, whole.length() - 1),
          "\u0001" + whole,
          "\t" + whole,
          whole.replace("\n", "\r\n"),
          whole + "Unexpected line.\n",
          whole + "\n",
          whole + "\u2014 PeterNeumann\n",
          whole + "\u2014 PeterNeumann \n",
          whole + "\u2014  x08go/ZJ\n",
          whole + "\u2014 Bad Name x08go/ZJ\n",
          whole + "\u2014 Bad+Name x08go/ZJ\n",
          whole + "\u2014 Bad\u00a0Name x08go/ZJ\n",
          whole + "\u2014 Bad\u2028Name x08go/ZJ\n",
          whole + "- PeterNeumann x08go/ZJ\n",
          whole + "\u2014 PeterNeumann x08gow==\n",
          whole + "\u2014 PeterNeumann x08go/ZJkh==\n",
          whole + "\u2014 PeterNeumann x08go/ZJkg\n",
          TEXT + "\n" + BY_PETER.repeat(101),
          "\ud800" + whole,
          "x".repeat(Note.MAX_BYTES) + whole
        };
    for (var note : bad) {
      assertThat(Note.read(note)).as(note).isInstanceOf(Note.Unreadable.class);
    }
    assertThat(Note.read(new byte[] {(byte) 0xff, '\n'})).isInstanceOf(Note.Unreadable.class);
  }

  @Test
  void theTextGoesToTheLastBlankLine() {
    assertThat(note("one\n\ntwo\n\n" + BY_PETER).text()).isEqualTo("one\n\ntwo\n");
    assertThat(note("one\n\n" + BY_PETER.repeat(100)).signatures()).hasSize(100);
  }

  private static boolean isKey(String text) {
    return VerifierKey.parse(text) instanceof VerifierKey.Read;
  }
}
