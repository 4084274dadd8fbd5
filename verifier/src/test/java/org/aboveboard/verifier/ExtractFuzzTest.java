package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all have an outcome.
class ExtractFuzzTest {
  @MethodSource("extracts")
  @FuzzTest
  void anExtractIsJudged(byte[] bytes) throws IOException {
    assertThat(Extract.check(new ByteArrayInputStream(bytes), Optional.empty())).isNotNull();
  }

  @MethodSource("lines")
  @FuzzTest
  void aLineIsAnObjectOrNot(byte[] bytes) {
    try {
      assertThat(JsonLine.read(new String(bytes, UTF_8))).isNotNull();
    } catch (Unreadable unreadable) {
      assertThat(unreadable.what()).isNotBlank();
    }
  }

  static Stream<Arguments> extracts() {
    return Stream.of(0, 1, 3)
        .map(size -> Journal.of(new SplittableRandom(4), size % 2, size).extract())
        .map(text -> arguments((Object) text.getBytes(UTF_8)));
  }

  static Stream<Arguments> lines() {
    return Stream.of(
            "{\"a\":-12,\"b\":\"\\ud83d\\ude00\",\"c\":{\"d\":false}}",
            "{}",
            "{\"a\":9223372036854775808}",
            "{".repeat(9_000))
        .map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
