package org.aboveboard.server.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all may stand in the files of the ledger's folder: they are read, or it is said
/// what is wrong with which.
class LedgerFolderFuzzTest {
  private static final SignerKey KEY = SignerKey.of("example.com/log", new byte[32]);

  @TempDir private static Path folder;

  @MethodSource("names")
  @FuzzTest
  void anOriginIsANameOrItIsSaidThatItIsNone(byte[] bytes) throws IOException {
    Files.write(folder.resolve("origin"), bytes);
    try {
      SignerKey key = LogKey.in(folder, new byte[32]);
      assertThat(new String(bytes, UTF_8).strip()).isEqualTo(key.verifier().name());
    } catch (LedgerFault fault) {
      assertThat(fault.words()).contains("origin");
    }
  }

  @MethodSource("policies")
  @FuzzTest
  void aPolicyNamesTheLedgerOrItIsSaidThatItDoesNot(byte[] bytes) throws IOException {
    Files.write(folder.resolve("policy"), bytes);
    try {
      assertThat(Trust.in(folder, KEY.verifier()).logs()).isNotEmpty();
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("policy");
    }
  }

  @MethodSource("checkpoints")
  @FuzzTest
  void aPublishedCheckpointIsOursOrItIsSaidThatItIsNot(byte[] bytes) {
    try {
      assertThat(Published.of(new String(bytes, UTF_8), KEY.verifier()).size()).isNotNegative();
    } catch (LedgerFault fault) {
      assertThat(fault.words()).contains("ledger");
    }
  }

  static Stream<Arguments> names() {
    return texts("example.com/log\n", "two words\n", "a+b", "\n", "é");
  }

  static Stream<Arguments> policies() {
    return texts(TrustPolicy.of(KEY.verifier()).format(), "quorum none\n", "log\n");
  }

  static Stream<Arguments> checkpoints() {
    String text = new Checkpoint("example.com/log", 7, Tree.EMPTY).text();
    return texts(KEY.sign(text).format(), KEY.sign("other\n").format(), "\n\n");
  }

  private static Stream<Arguments> texts(String... texts) {
    return Stream.of(texts).map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
