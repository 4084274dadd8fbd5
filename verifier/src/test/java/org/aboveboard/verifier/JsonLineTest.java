package org.aboveboard.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  @Test
  void readsWhatAnExtractHolds() throws Unreadable {
    assertThat(
            JsonLine.read(
                " { \"a\" : -12 , \"b\":\"\\ud83d\\ude00\\\\\\/\\b\\f\\r\\t\",\"c\":{\"d\":false}}\t"))
        .isEqualTo(
            new Json.Fields(
                Map.of(
                    "a", new Json.Whole(-12),
                    "b", new Json.Text("\ud83d\ude00\\/\b\f\r\t"),
                    "c", new Json.Fields(Map.of("d", new Json.Flag(false))))));
    assertThat(JsonLine.read("{}")).isEqualTo(new Json.Fields(Map.of()));
    assertThat(JsonLine.read("{\"a\":-9223372036854775808}").byName())
        .containsEntry("a", new Json.Whole(Long.MIN_VALUE));
  }

  @Test
  void refusesWhatTwoReadersCouldReadInTwoWays() {
    for (var line :
        List.of(
            "{\"a\":1,\"a\":1}",
            "{\"a\":1,\"\\u0061\":1}",
            "{\"a\":01}",
            "{\"a\":-0}",
            "{\"a\":+1}",
            "{\"a\":1.0}",
            "{\"a\":1e3}",
            "{\"a\":9223372036854775808}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\u00٣0\"}",
            "{\"a\":٣}",
            "{\"a\":\"\t\"}",
            "{\"a\":null}",
            "{\"a\":[]}",
            "{\"a\":1,}",
            "{,\"a\":1}",
            "{\"a\":1} {}",
            "{\"a\":tru}",
            "{\"a\":\"\\x\"}",
            "\ufeff{}",
            "{'a':1}",
            "{a:1}",
            "{\"a\":{\"b\":{\"c\":{\"d\":{}}}}}",
            "[]",
            "{",
            "")) {
      assertThatExceptionOfType(Unreadable.class)
          .as(line)
          .isThrownBy(() -> JsonLine.read(line))
          .satisfies(unreadable -> assertThat(unreadable.cure()).isNotBlank());
    }
  }

  @Test
  void depthWithoutEndIsRefusedEarly() {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> JsonLine.read("{\"a\":".repeat(1_000_000)))
        .withMessageStartingWith("objects lie deeper than 4");
  }
}
