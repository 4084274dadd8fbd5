package org.aboveboard.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all are read as what has these very bytes, or are not read.
class EntryFuzzTest {
  @MethodSource("records")
  @FuzzTest
  void aRecordHasOneForm(byte[] bytes) {
    switch (Canonical.read(bytes)) {
      case Canonical.Read(var record) -> assertThat(record.bytes()).isEqualTo(bytes);
      case Canonical.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  @MethodSource("records")
  @FuzzTest
  void anEntryHasOneForm(byte[] bytes) {
    Entry.read(7, bytes).ifPresent(entry -> assertThat(entry.bytes()).isEqualTo(bytes));
  }

  @MethodSource("texts")
  @FuzzTest
  void digitsHaveOneForm(byte[] bytes) {
    var text = new String(bytes, UTF_8);
    Hash.ofHex(text).ifPresent(hash -> assertThat(hash.hex()).isEqualTo(text));
    Nonce.ofHex(text).ifPresent(nonce -> assertThat(nonce.hex()).isEqualTo(text));
  }

  static Stream<Arguments> records() {
    var mixed = Canonical.empty().with("a", "é").with("b", -1).with("c", true);
    var entry =
        new Entry(7, "consent", Instant.parse("2026-11-24T23:00:00Z"), new Commitment(Tree.EMPTY));
    return Stream.of(Canonical.empty().bytes(), mixed.bytes(), entry.bytes(), new byte[] {1, 0, 1})
        .map(bytes -> arguments((Object) bytes));
  }

  static Stream<Arguments> texts() {
    return Stream.of(Tree.EMPTY.hex(), "00", "g".repeat(64))
        .map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
