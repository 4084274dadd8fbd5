package org.aboveboard.server.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.HeldKeys;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.access.MovedClock;
import org.aboveboard.server.optout.Carriers;
import org.aboveboard.server.optout.Heard;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all that are sent to the door of events, consent strings among them, get an answer
/// that is none of ours failing.
class ReceptionFuzzTest {
  private static final String CONTEXT =
      ",\"context\":{\"consent\":{\"tcString\":\"CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA\","
          + "\"gppString\":\"DBABLA~BAAAAAAAAABA.QA\",\"categoryPreferences\":{\"ads\":false}}}";

  private final MovedClock clock = new MovedClock("2026-11-23T15:41:12Z");
  private final Keys keys = HeldKeys.keys(clock, 7);
  private final String write = keys.create(Kind.WRITE).secret();
  private final Carriers carriers = Carriers.open(new Heard());

  @MethodSource("bodies")
  @FuzzTest
  void aBodyIsAnswered(byte[] body) throws IOException {
    for (String call : List.of("track", "identify", "batch")) {
      Reception reception =
          new Reception(
              Limits.PROTOCOL, keys, new Rates(100, 1_000), carriers, new HeldIntake(), clock);
      Reply reply = reception.receive(Mailed.to(call, body).as(write).delivery());
      assertThat(reply.status()).isBetween(200, 499);
      clock.move(Duration.ofMillis(1));
    }
  }

  static Stream<Arguments> bodies() {
    String one = "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\"" + CONTEXT + "}";
    String traits =
        "{\"type\":\"identify\",\"anonymousId\":7,\"traits\":{\"a\":[1e400,null]},"
            + "\"timestamp\":\"2026-11-23T15:41:12+25:00\",\"integrations\":{\"All\":false}}";
    return Stream.of(
            one.getBytes(UTF_8),
            ("{\"batch\":[" + one + "," + traits + ",7]}").getBytes(UTF_8),
            Mailed.gzip(one.getBytes(UTF_8)),
            new byte[] {0x1f, (byte) 0x8b, 8},
            "[".repeat(2_000).getBytes(UTF_8))
        .map(bytes -> arguments((Object) bytes));
  }
}
