package org.aboveboard.server.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.aboveboard.server.collect.Decoded.Body;
import org.aboveboard.server.collect.Decoded.Unreadable;
import org.junit.jupiter.api.Test;

class WireTest {
  private final Wire wire = new Wire(Limits.PROTOCOL);

  @Test
  void plainJsonIsReadWhateverItsMediaTypeSays() throws IOException {
    assertThat(read("{\"a\":1}".getBytes(UTF_8), "text/plain")).isInstanceOf(Body.class);
    assertThat(read("{\"a\":1}".getBytes(UTF_8), "rubbish;;;")).isInstanceOf(Body.class);
  }

  @Test
  void gzipIsKnownByItsFirstBytes() throws IOException {
    byte[] zipped = Mailed.gzip("{\"a\":1}".getBytes(UTF_8));
    assertThat(wire.read(stream(zipped), Optional.of("gzip"), Optional.empty()))
        .isInstanceOf(Body.class);
    assertThat(wire.read(stream(zipped), Optional.empty(), Optional.empty()))
        .isInstanceOf(Body.class);
    assertThat(wire.read(stream("{}".getBytes(UTF_8)), Optional.of("gzip"), Optional.empty()))
        .as("a proxy inflated it and left the header")
        .isInstanceOf(Body.class);
  }

  @Test
  void aZipBombStopsAtTheLimit() throws IOException {
    byte[] bomb = Mailed.gzip(new byte[300_000_000]);
    assertThat(bomb.length).isLessThan(Limits.PROTOCOL.bodyBytes());
    assertRefused(read(bomb, "application/json"), 413, "body_too_large");
  }

  @Test
  void emptyGzipMembersWithoutEndStopAtTheLimitToo() throws IOException {
    var members = new ByteArrayOutputStream();
    byte[] empty = Mailed.gzip(new byte[0]);
    while (members.size() <= Limits.PROTOCOL.bodyBytes()) {
      members.write(empty);
    }
    assertRefused(read(members.toByteArray(), ""), 413, "body_too_large");
  }

  @Test
  void aBodyWithoutEndIsNotReadToIt() throws IOException {
    var endless =
        new InputStream() {
          private long read;

          @Override
          public int read() {
            read++;
            return ' ';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) ' ');
            read += length;
            return length;
          }
        };
    assertRefused(wire.read(endless, Optional.empty(), Optional.empty()), 413, "body_too_large");
    assertThat(endless.read).isLessThan(2L * Limits.PROTOCOL.bodyBytes());
  }

  @Test
  void brokenGzipIsRefused() throws IOException {
    byte[] zipped = Mailed.gzip("{\"a\":1,\"b\":\"some more of it\"}".getBytes(UTF_8));
    byte[] half = Arrays.copyOf(zipped, zipped.length / 2);
    assertRefused(read(half, ""), 400, "malformed_gzip");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertRefused(read(deep), 400, "too_deep");
  }

  @Test
  void aNumberWithoutEndIsRefused() throws IOException {
    assertRefused(read("{\"a\":" + "9".repeat(100_000) + "}"), 400, "too_deep");
  }

  @Test
  void aFieldNamedTwiceIsRefused() throws IOException {
    assertRefused(read("{\"userId\":\"a\",\"userId\":\"b\"}"), 400, "malformed_json");
  }

  @Test
  void malformedJsonSaysWhereAndRepeatsNothing() throws IOException {
    Decoded answer = read("{\"userId\":\"secret-person\",\n oops}");
    assertRefused(answer, 400, "malformed_json");
    assertThat(answer.toString()).contains("line 2").doesNotContain("secret", "oops");
  }

  @Test
  void whatFollowsTheObjectIsRefused() throws IOException {
    assertRefused(read("{} {}"), 400, "malformed_json");
  }

  @Test
  void onlyAnObjectIsAMessage() throws IOException {
    for (String other : new String[] {"", "  ", "[]", "null", "3", "\"x\""}) {
      assertRefused(read(other), 400, "not_an_object");
    }
  }

  @Test
  void malformedUtf8IsRefused() throws IOException {
    byte[][] wrong = {
      {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
      {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'}, // overlong NUL
      {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'}, // half a pair
      {'{', '"', (byte) 0xe2, (byte) 0x82} // cut off
    };
    for (byte[] bytes : wrong) {
      assertRefused(read(bytes, ""), 400, "malformed_text");
    }
  }

  @Test
  void aDeclaredCharacterSetIsUsed() throws IOException {
    for (Charset charset : new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE}) {
      Decoded answer =
          read("{\"n\":\"ë\"}".getBytes(charset), "text/plain; charset=\"" + charset + "\"");
      assertThat(((Body) answer).object().get("n").textValue()).isEqualTo("ë");
    }
    assertRefused(read("{}".getBytes(UTF_8), "text/plain;charset=klingon"), 415, "unknown_charset");
  }

  @Test
  void aByteOrderMarkIsSkipped() throws IOException {
    assertThat(read("\ufeff{\"a\":1}")).isInstanceOf(Body.class);
  }

  @Test
  void anUnknownEncodingIsRefused() throws IOException {
    assertRefused(
        wire.read(stream(new byte[0]), Optional.of("br"), Optional.empty()),
        415,
        "unknown_encoding");
  }

  private Decoded read(String text) throws IOException {
    return read(text.getBytes(UTF_8), "application/json; charset=UTF-8");
  }

  private Decoded read(byte[] bytes, String mediaType) throws IOException {
    return wire.read(stream(bytes), Optional.empty(), Optional.of(mediaType));
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static void assertRefused(Decoded answer, int status, String code) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> {
              assertThat(unreadable.status()).isEqualTo(status);
              assertThat(unreadable.code()).isEqualTo(code);
            });
  }
}
