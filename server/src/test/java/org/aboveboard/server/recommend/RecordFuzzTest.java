package org.aboveboard.server.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Level;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all are read as a record of these very bytes, or are refused in one way.
class RecordFuzzTest {
  @MethodSource("records")
  @FuzzTest
  void aRecordHasOneForm(byte[] bytes) {
    read(bytes).ifPresent(record -> assertThat(RecordBytes.write(record)).isEqualTo(bytes));
  }

  private static Optional<Recorded> read(byte[] bytes) {
    try {
      return Optional.of(RecordBytes.read(bytes));
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("record");
      return Optional.empty();
    }
  }

  static Stream<Arguments> records() {
    Pick pick = Pick.of(7, List.of(new Term(3, (short) 1, 0.5)), List.of(new Adjustment("a", 1)));
    byte[] whole = RecordBytes.write(record(List.of(pick)));
    byte[] endless = RecordBytes.write(record(List.of()));
    // a count of acts that no record has room for
    endless[endless.length - 6] = 0x7f;
    return Stream.of(whole, RecordBytes.write(record(List.of())), endless, new byte[] {1, 0})
        .map(bytes -> arguments((Object) bytes));
  }

  private static Recorded record(List<Pick> picks) {
    return new Recorded(
        "id", Instant.EPOCH, "home", Level.GENERAL, "digest", 1, 1, 200, 0, "none", 1, picks);
  }
}
