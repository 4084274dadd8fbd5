package org.aboveboard.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.HeldKeys;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.access.MovedClock;
import org.aboveboard.server.optout.Carriers;
import org.aboveboard.server.optout.Heard;
import org.junit.jupiter.api.Test;

class ReceptionTest {
  private static final String ONE = "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u1\"}";

  private final MovedClock clock = new MovedClock("2026-11-23T15:41:12Z");
  private final Keys keys = HeldKeys.keys(clock, 7);
  private final HeldIntake intake = new HeldIntake();
  private final String write = keys.create(Kind.WRITE).secret();
  private final String secret = keys.create(Kind.SECRET).secret();
  private final String staff = keys.createOperator("Rosa", "steward").secret();
  private final Reception reception =
      new Reception(
          Limits.PROTOCOL, keys, new Rates(100, 1_000), Carriers.open(new Heard()), intake, clock);

  @Test
  void everyRouteTakesItsMessage() throws IOException {
    var types =
        Map.of(
            "identify", "i", "track", "t", "page", "p", "screen", "s", "group", "g", "alias", "a");
    for (var type : types.entrySet()) {
      for (String call : new String[] {type.getKey(), type.getValue()}) {
        assertThat(receive(Mailed.to(call, "{\"event\":\"E\",\"userId\":\"u1\"}").as(write)))
            .isEqualTo(Reply.DONE);
        assertThat(intake.messages().getLast().type()).isEqualTo(type.getKey());
        clock.move(Duration.ofSeconds(1));
      }
    }
    for (String call : new String[] {"batch", "import", "b"}) {
      int before = intake.messages().size();
      receive(Mailed.to(call, "{\"batch\":[" + ONE + "," + ONE + "]}").as(write));
      assertThat(intake.messages()).hasSize(before + 2);
      clock.move(Duration.ofSeconds(1));
    }
  }

  @Test
  void telemetryIsAcceptedAndDropped() throws IOException {
    assertThat(receive(Mailed.to("m", "{\"series\":[]}"))).isEqualTo(Reply.DONE);
    assertThat(intake.messages()).isEmpty();
  }

  @Test
  void theKeyIsTakenFromHeaderBodyOrAddress() throws IOException {
    String withKey = ONE.replace("}", ",\"writeKey\":\"" + write + "\"}");
    assertThat(receive(Mailed.to("track", ONE).as(write)).status()).isEqualTo(200);
    assertThat(receive(Mailed.to("track", withKey)).status()).isEqualTo(200);
    assertThat(receive(Mailed.to("track", ONE).query(write)).status()).isEqualTo(200);
    assertThat(receive(Mailed.to("track", ONE).header("Bearer " + write)).status()).isEqualTo(200);
  }

  @Test
  void aRequestWithoutAKeyWeKnowIsRefused() throws IOException {
    for (Mailed sent :
        new Mailed[] {
          Mailed.to("track", ONE),
          Mailed.to("track", ONE).as("wk_other"),
          Mailed.to("track", ONE).as(staff),
          Mailed.to("track", ONE).query(secret),
          Mailed.to("track", ONE.replace("}", ",\"writeKey\":\"" + secret + "\"}"))
        }) {
      Reply reply = receive(sent);
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.body()).contains("\"code\":\"unknown_key\"");
    }
    assertThat(intake.messages()).isEmpty();
  }

  @Test
  void aWriteKeyIsToldNothingAboutAnyone() throws IOException {
    String batch =
        "{\"batch\":[%s,%s,%s]}"
            .formatted(ONE, ONE.replace("\"E\"", "\"Withheld\""), "{\"type\":\"track\"}");
    assertThat(receive(Mailed.to("batch", batch).as(write)).body()).isEqualTo("{\"success\":true}");
  }

  @Test
  void theSecretKeyIsToldWhatBecameOfEach() throws IOException {
    String kept = ONE.replace("}", ",\"messageId\":\"m1\"}");
    String batch =
        "{\"batch\":[%s,%s,%s,7,%s]}"
            .formatted(
                kept,
                kept,
                ONE.replace("\"E\"", "\"Withheld\"").replace("}", ",\"messageId\":\"m2\"}"),
                "{\"type\":\"track\",\"messageId\":\"m3\"}");
    assertThat(receive(Mailed.to("batch", batch).as(secret)).body())
        .isEqualTo(
            """
            {"success":true,"accepted":1,"repeated":1,\
            "withheld":[{"messageId":"m2","reason":"no_consent"}],\
            "refused":[{"messageId":"#3","why":"The message is no JSON object.",\
            "cure":"Send {\\"type\\": \\"track\\", ...}."},\
            {"messageId":"m3","why":"The message says nothing about whose it is.",\
            "cure":"Send a userId or an anonymousId."}]}\
            """);
  }

  @Test
  void oneBadMessageDoesNotTakeTheOthersWithIt() throws IOException {
    String huge = ONE.replace("u1", "x".repeat(300_000));
    assertThat(receive(Mailed.to("batch", "{\"batch\":[" + huge + "," + ONE + "]}").as(write)))
        .isEqualTo(Reply.DONE);
    assertThat(intake.messages()).hasSize(1);
  }

  @Test
  void anIdentifierOfTenMegabytesIsRefusedUnread() throws IOException {
    Reply reply = receive(Mailed.to("track", ONE.replace("u1", "x".repeat(10_000_000))).as(write));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.body().length()).isLessThan(200);
    assertThat(intake.messages()).isEmpty();
  }

  @Test
  void aBatchIsAListOfAtMost2500() throws IOException {
    assertThat(receive(Mailed.to("batch", ONE).as(write)).body()).contains("no_batch");
    assertThat(receive(Mailed.to("batch", "{\"batch\":[]}").as(write))).isEqualTo(Reply.DONE);
    String many = "{\"batch\":[" + "1,".repeat(2_500) + "1]}";
    assertThat(receive(Mailed.to("batch", many).as(write)).body()).contains("too_many_messages");
  }

  @Test
  void tooFastIsToldWhenToComeBack() throws IOException {
    String batch = "{\"batch\":[" + (ONE + ",").repeat(1_099) + ONE + "]}";
    assertThat(receive(Mailed.to("batch", batch).as(write)).status()).isEqualTo(200);
    Reply reply = receive(Mailed.to("track", ONE).as(write));
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers()).containsEntry("Retry-After", "2").containsKey("X-RateLimit-Reset");
    assertThat(receive(Mailed.to("track", ONE).as(secret)).status()).isEqualTo(200);
    clock.move(Duration.ofSeconds(2));
    assertThat(receive(Mailed.to("track", ONE).as(write)).status()).isEqualTo(200);
  }

  @Test
  void theBrowsersSignalReachesTheDecision() throws IOException {
    receive(Mailed.to("track", ONE).as(write).gpc());
    assertThat(intake.messages().getLast().sent().gpc()).isTrue();
  }

  @Test
  void everyRefusalIsJsonWithCodeAndMessage() throws IOException {
    for (Mailed sent :
        new Mailed[] {
          Mailed.to("track", "{"),
          Mailed.to("track", ONE).encoded("br"),
          Mailed.to("track", ONE).typed("text/plain; charset=x"),
          Mailed.to("track", ONE)
        }) {
      assertThat(receive(sent).body()).matches("\\{.*\"code\":\"[a-z_]+\",\"message\":\".+\"}");
    }
  }

  private Reply receive(Mailed sent) throws IOException {
    return reception.receive(sent.delivery());
  }
}
