package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.ledger.Hash;
import org.junit.jupiter.api.Test;

/// The cases of the first two tests are those of transparency-dev/formats
/// (proof/tlog_proof_test.go, Apache-2.0), typed anew.
class ProofFileTest {
  private static final Hash ONE = Hash.sha256("hash1".getBytes(US_ASCII));
  private static final Hash TWO = Hash.sha256("hash2".getBytes(US_ASCII));
  private static final String EXTRA = base64("extra information".getBytes(US_ASCII));
  private static final String HEAD = "c2sp.org/tlog-proof@v1\n";

  @Test
  void theTextIsThatOfTheReference() {
    assertSame(
        new ProofFile("", 5, List.of(ONE, TWO), "test checkpoint\n"),
        HEAD + "index 5\n" + base64(ONE) + "\n" + base64(TWO) + "\n\ntest checkpoint\n");
    assertSame(
        new ProofFile(EXTRA, 10, List.of(ONE), "checkpoint data\n"),
        HEAD + "extra " + EXTRA + "\nindex 10\n" + base64(ONE) + "\n\ncheckpoint data\n");
    assertSame(new ProofFile("", 0, List.of(), "checkpoint\n"), HEAD + "index 0\n\ncheckpoint\n");
  }

  @Test
  void whatTheReferenceRefusesIsRefused() {
    assertUnreadable("wrong-header\nindex 0\n\ncheckpoint\n", "line 1 is not " + HEAD.strip());
    assertUnreadable(
        HEAD + "extra !!notbase64!!\nindex 0\n\ncheckpoint\n",
        "line 2: what is extra is not base64");
    assertUnreadable(HEAD + "\n\ncheckpoint\n", "line 2 is not the index");
    assertUnreadable(
        HEAD + "index notanumber\n\ncheckpoint\n", "line 2: the index is not a plain number");
    assertUnreadable(HEAD + "index -5\n\ncheckpoint\n", "line 2: the index is not a plain number");
    var hash = "line 3 is not base64 of the 32 bytes of a hash";
    assertUnreadable(HEAD + "index 0\n!!notbase64!!\n\ncheckpoint\n", hash);
    assertUnreadable(HEAD + "index 0\n" + base64(new byte[64]) + "\n\ncheckpoint\n", hash);
    assertUnreadable(
        HEAD + "index 0\n" + "a".repeat(65 * 1024) + "\n",
        "no checkpoint follows after an empty line");
  }

  @Test
  void noOtherSpellingIsRead() {
    assertThat(
            Stream.of(
                HEAD + "index 00\n\ncheckpoint\n",
                HEAD + "index 5 \n\ncheckpoint\n",
                HEAD + "index  5\n\ncheckpoint\n",
                HEAD + "index 9223372036854775808\n\ncheckpoint\n",
                HEAD + "extra \nindex 0\n\ncheckpoint\n",
                HEAD + "extra " + EXTRA.replace("=", "") + "\nindex 0\n\ncheckpoint\n",
                HEAD + "index 0\nextra " + EXTRA + "\n\ncheckpoint\n",
                HEAD + "index 0\n",
                HEAD + "index 0\n\n",
                HEAD.replace("\n", "\r\n") + "index 0\n\ncheckpoint\n",
                " " + HEAD + "index 0\n\ncheckpoint\n",
                HEAD + "index 0\n" + (base64(ONE) + "\n").repeat(64) + "\ncheckpoint\n",
                ""))
        .allSatisfy(text ->
            assertThat(ProofFile.read(text.getBytes(UTF_8)))
                .isInstanceOf(ProofFile.Unreadable.class));
  }

  private static void assertSame(ProofFile file, String text) {
    assertThat(file.text()).isEqualTo(text);
    assertThat(ProofFile.read(text.getBytes(UTF_8))).isEqualTo(new ProofFile.Read(file));
  }

  private static void assertUnreadable(String text, String reason) {
    assertThat(ProofFile.read(text.getBytes(UTF_8))).isEqualTo(new ProofFile.Unreadable(reason));
  }

  private static String base64(Hash hash) {
    return base64(hash.bytes());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
