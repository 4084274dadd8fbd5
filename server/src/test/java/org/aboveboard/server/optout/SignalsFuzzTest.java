package org.aboveboard.server.optout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any text at all that comes as a signal or a consent string is understood, or is a no.
class SignalsFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Aside tcf = new Aside(new TcfNotation(), Runnable::run, Duration.ofSeconds(60), 9);
  private final Aside gpp = new Aside(new GppNotation(), Runnable::run, Duration.ofSeconds(60), 9);

  @MethodSource("strings")
  @FuzzTest
  void aStringIsUnderstoodOrANo(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    assertThat(tcf.read(text)).isNotNull();
    assertThat(gpp.read(text)).isNotNull();
    assertThat(UspSection.read(text)).isNotNull();
    assertThat(AdpcHeader.read(List.of(text))).isNotNull();
    assertThat(Gpc.read(List.of(text))).isNotNull();
  }

  @MethodSource("objects")
  @FuzzTest
  void anObjectIsUnderstoodOrANo(byte[] bytes) {
    try {
      JsonNode read = JSON.readTree(new String(bytes, UTF_8));
      assertThat(ConsentObjects.read(List.of(read))).isNotNull();
    } catch (JsonProcessingException _) {
      // the door turns it away before
    }
  }

  static Stream<Arguments> strings() {
    return seeds(
        "CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA",
        "DBABLA~BAAAAAAAAABA.QA",
        "DBABzMA~1-Y-~BAAQAAAAAABA.QA~BAEAAABA.QA~BAgAABA",
        "1YNY",
        "withdraw=*, consent=q1",
        "1");
  }

  static Stream<Arguments> objects() {
    return seeds(
        "{\"consent\":{\"categoryPreferences\":{\"ads\":false,\"x\":7}}}",
        "{\"consent\":{\"categoryPreferences\":[true]}}",
        "{\"gdpr\":{\"consent\":7}}",
        "null",
        "7");
  }

  private static Stream<Arguments> seeds(String... seeds) {
    return Stream.of(seeds).map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
