package org.aboveboard.server.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.collect.Decoded.Body;
import org.aboveboard.server.optout.Carriers;
import org.aboveboard.server.optout.Heard;
import org.aboveboard.server.optout.Sent;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final Wire wire = new Wire(Limits.PROTOCOL);
  private final Messages messages = new Messages(Limits.PROTOCOL, Carriers.open(new Heard()));

  @Test
  void aUserIdNamesTheSubjectBeforeAnAnonymousId() {
    assertThat(one("track", "'event':'E','userId':'7','anonymousId':'x'").subject())
        .isEqualTo("u:7");
    assertThat(one("track", "'event':'E','anonymousId':'x'").subject()).isEqualTo("a:x");
    assertThat(one("track", "'event':'E','userId':'','anonymousId':'x'").subject())
        .isEqualTo("a:x");
    assertThat(one("track", "'event':'E','userId':7").subject()).isEqualTo("u:7");
  }

  @Test
  void aMessageOfNobodyIsRefused() {
    assertThat(why("track", "'event':'E'")).contains("whose");
    assertThat(why("track", "'event':'E','userId':' ','anonymousId':null")).contains("whose");
  }

  @Test
  void aTrackMessageNamesItsEventAndAPageItsName() {
    assertThat(one("track", "'event':'Product Viewed','userId':'u'").name())
        .contains("Product Viewed");
    assertThat(one("page", "'name':'Home','userId':'u'").name()).contains("Home");
    assertThat(one("page", "'userId':'u'").name()).isEmpty();
    assertThat(why("track", "'userId':'u'")).contains("event");
  }

  @Test
  void theRouteDecidesTheType() {
    assertThat(one("track", "'type':'alias','event':'E','userId':'u'").type()).isEqualTo("track");
    assertThat(batch("{'batch':[{'type':'teleport','userId':'u'}]}").refused())
        .singleElement()
        .satisfies(refused -> assertThat(refused.why()).contains("type"));
  }

  @Test
  void longAndUnprintableIdentifiersAreRefused() {
    assertThat(why("track", "'event':'E','userId':'" + "x".repeat(257) + "'")).contains("longer");
    assertThat(why("track", "'event':'E','userId':'u','messageId':'" + "x".repeat(101) + "'"))
        .contains("longer");
    assertThat(why("track", "'event':'E','userId':'a\\u0007b'")).contains("control");
    assertThat(why("track", "'event':'E\\nF','userId':'u'")).contains("control");
    assertThat(why("track", "'event':'E','userId':'\\ud800'")).contains("cannot be stored");
    assertThat(why("track", "'event':'E','userId':{'a':1}")).contains("not text");
    assertThat(one("track", "'event':'E','userId':'" + "x".repeat(256) + "'").subject())
        .hasSize(258);
  }

  @Test
  void whatNoStoreCanKeepIsRefusedWhereverItIs() {
    assertThat(why("track", "'event':'E','userId':'u','properties':{'a':['\\u0000']}"))
        .contains("cannot be stored");
    assertThat(why("track", "'event':'E','userId':'u','properties':{'\\udc00':1}"))
        .contains("cannot be stored");
    assertThat(why("track", "'event':'E','userId':'u','properties':{'price':1e400}"))
        .contains("cannot be stored");
    assertThat(one("track", "'event':'E','userId':'u','properties':{'a':'😀 é\\n'}").subject())
        .isEqualTo("u:u");
  }

  @Test
  void aMessageOverItsSizeIsRefusedAlone() {
    Readings read =
        batch(
            "{'batch':[{'type':'track','event':'E','userId':'u','properties':{'a':'%s'}},{'type':'track','event':'E','userId':'u'}]}"
                .formatted("x".repeat(33_000)));
    assertThat(read.messages()).hasSize(1);
    assertThat(read.refused())
        .singleElement()
        .satisfies(refused -> assertThat(refused.messageId()).isEqualTo("#0"));
  }

  @Test
  void timesAreCorrectedByTheSendersOwnClock() {
    assertThat(
            one(
                    "track",
                    "'event':'E','userId':'u','timestamp':'1971-01-01T00:00:00Z','sentAt':'1971-01-01T00:00:10Z'")
                .occurred())
        .isEqualTo(NOW.minusSeconds(10));
    assertThat(
            one(
                    "track",
                    "'event':'E','userId':'u','originalTimestamp':'2030-01-01T00:00:00.000+01:00','timestamp':'2020-01-01T00:00:00Z','sentAt':'2029-12-31T23:00:05Z'")
                .occurred())
        .isEqualTo(NOW.minusSeconds(5));
  }

  @Test
  void nothingHappenedAfterItArrived() {
    assertThat(
            one("track", "'event':'E','userId':'u','timestamp':'2026-11-24T11:00:00Z'").occurred())
        .isEqualTo(NOW);
    assertThat(one("track", "'event':'E','userId':'u'").occurred()).isEqualTo(NOW);
  }

  @Test
  void absurdDatesAreRefused() {
    for (String date :
        new String[] {
          "1999-12-31T23:59:59Z",
          "0001-01-01T00:00:00Z",
          "2026-11-24T12:00:01Z",
          "2099-01-01T00:00:00Z",
          "-9999-01-01T00:00:00Z",
          "+1000000-01-01T00:00:00Z",
          "2026-13-45T99:00:00Z",
          "yesterday",
          "2",
          "9".repeat(10_000)
        }) {
      assertThat(why("track", "'event':'E','userId':'u','timestamp':'" + date + "'"))
          .as(date)
          .contains("timestamp");
    }
  }

  @Test
  void aTimeWithoutZoneIsUniversal() {
    assertThat(
            one("track", "'event':'E','userId':'u','timestamp':'2026-11-23T11:00:00.5'").occurred())
        .isEqualTo(Instant.parse("2026-11-23T11:00:00.5Z"));
  }

  @Test
  void theBatchSpeaksForItsMessagesButNotOverThem() {
    Message message =
        batch(
                """
                {'sentAt':'2026-11-23T12:00:00Z','context':{'ip':'1.2.3.4','library':{'name':'batch'}},
                 'batch':[{'type':'track','event':'E','userId':'u','writeKey':'wk',
                   'timestamp':'2026-11-23T11:59:00Z','context':{'library':{'name':'own'}}}]}\
                """)
            .messages()
            .getFirst();
    assertThat(message.occurred()).isEqualTo(NOW.minusSeconds(60));
    assertThat(message.body().at("/context/library/name").asText()).isEqualTo("own");
    assertThat(message.body().at("/context/ip").asText()).isEqualTo("1.2.3.4");
    assertThat(message.body().has("writeKey")).isFalse();
  }

  @Test
  void theMostRestrictiveAnswerStands() {
    Message message =
        batch(
                """
                {'context':{'consent':{'categoryPreferences':{'ads':false,'personal':true}}},
                 'batch':[{'type':'track','event':'E','userId':'u','context':{
                   'consent':{'categoryPreferences':{'ads':true,'odd':'true','none':null}},
                   'consentManagement':{'allowedConsentIds':['ads','sale'],'deniedConsentIds':['sale','personal']}}}]}\
                """)
            .messages()
            .getFirst();
    assertThat(message.sent().preferences().allowed())
        .isEqualTo(
            Map.of("ads", false, "personal", false, "odd", false, "none", false, "sale", false));
  }

  @Test
  void silenceGivesNoPreference() {
    assertThat(one("track", "'event':'E','userId':'u'").sent().preferences().allowed()).isEmpty();
    assertThat(one("track", "'event':'E','userId':'u','context':3").sent().preferences().allowed())
        .isEmpty();
  }

  @Test
  void aMessageWithoutAnIdIsKnownAgainByWhatItSays() {
    String said = "'event':'E','userId':'u','timestamp':'2026-11-23T11:00:00Z'";
    assertThat(one("track", said).messageId())
        .isEqualTo(one("track", said).messageId())
        .isNotEqualTo(one("track", said.replace("'E'", "'F'")).messageId());
    assertThat(one("track", said).messageId().length()).isLessThanOrEqualTo(Limits.MESSAGE_ID);
  }

  @Test
  void aRefusalRepeatsNothingThatWasSent() {
    Readings read = single("track", "{'event':'E','userId':'secret\\u0001','messageId':'m1'}");
    assertThat(read.refused().toString()).contains("m1").doesNotContain("secret");
    assertThat(one("track", "'event':'E','userId':'secret'").toString()).doesNotContain("secret");
  }

  private Message one(String type, String fields) {
    Readings read = single(type, "{" + fields + "}");
    assertThat(read.refused()).isEmpty();
    return read.messages().getFirst();
  }

  private String why(String type, String fields) {
    Readings read = single(type, "{" + fields + "}");
    assertThat(read.messages()).isEmpty();
    return read.refused().getFirst().why();
  }

  private Readings single(String type, String json) {
    return messages.read(Batch.single(type, body(json).object()), NOW, Sent.NOTHING);
  }

  private Readings batch(String json) {
    return messages.read(Batch.many(body(json).object()).orElseThrow(), NOW, Sent.NOTHING);
  }

  private Body body(String json) {
    try {
      byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
      return (Body) wire.read(new ByteArrayInputStream(bytes), Optional.empty(), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
