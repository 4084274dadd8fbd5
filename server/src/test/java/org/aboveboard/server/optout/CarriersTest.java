package org.aboveboard.server.optout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarriersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<String>> NONE = Map.of();

  private final Heard heard = new Heard();
  private final Carriers carriers = Carriers.open(heard, Duration.ofSeconds(60));

  @AfterEach
  void close() {
    carriers.close();
  }

  @Test
  void silenceIsNothing() {
    assertThat(request(NONE, NONE)).isEqualTo(Sent.NOTHING);
    assertThat(request(Map.of("ADPC", List.of("")), Map.of("tcf", List.of(""))))
        .isEqualTo(Sent.NOTHING);
    for (Carrier carrier : Carrier.values()) {
      assertThat(heard.carried(carrier)).isZero();
    }
  }

  @Test
  void everythingOfARequestIsFolded() {
    Sent sent =
        request(
            Map.of("Sec-GPC", List.of("1"), "ADPC", List.of("withdraw=*")),
            Map.of(
                "tcf", List.of(Written.tcf(Set.of(5, 6))),
                "gpp", List.of(Written.gpp("usca", "SaleOptOut", 1))));
    assertThat(sent.heard())
        .containsExactlyInAnyOrder(Carrier.GPC, Carrier.ADPC, Carrier.TCF, Carrier.GPP);
    assertThat(sent.gpc()).isTrue();
    assertThat(sent.adpc().withdrawn()).containsExactly("*");
    assertThat(sent.tcf()).isEqualTo(Tcf.said(Set.of(5, 6), Set.of()));
    assertThat(sent.optOuts()).containsExactly(OptOut.SALE);
    assertThat(sent.unread()).isEmpty();
    assertThat(sent.toString()).doesNotContain("*", "withdraw");
  }

  @Test
  void aTcfStringAndTheOneInsideAGppStringMustAgree() {
    Sent sent =
        request(
            NONE,
            Map.of(
                "tcf", List.of(Written.tcf(Set.of(5, 6))),
                "gpp", List.of(Written.european(Written.tcf(Set.of(6))))));
    assertThat(sent.tcf()).isEqualTo(new Tcf.Said(Set.of(6), Set.of(), Set.of(5)));
    assertThat(heard.conflicts(Carrier.TCF)).isEqualTo(1);
  }

  @Test
  void theContextOfAMessageIsRead() throws Exception {
    String context =
        """
        {'consent':{'tcString':'%s','gppString':'%s','categoryPreferences':{'ads':false}},
         'gdpr':{'consent':'%s'}}\
        """
            .formatted(
                Written.tcf(Set.of(5, 6)),
                Written.gpp("usnat", "SharingOptOut", 1),
                Written.tcf(Set.of(5)));
    Sent sent = contexts(context);
    assertThat(sent.tcf()).isEqualTo(new Tcf.Said(Set.of(5), Set.of(), Set.of(6)));
    assertThat(sent.optOuts()).containsExactly(OptOut.SHARING);
    assertThat(sent.preferences().refuses("ads")).isTrue();
    assertThat(sent.unread()).isEmpty();
    assertThat(contexts("{}", "{'consent':{'tcString':null}}")).isEqualTo(Sent.NOTHING);
  }

  @Test
  void aStringThatIsNoTextIsANo() throws Exception {
    assertThat(contexts("{'consent':{'tcString':true}}").tcf()).isEqualTo(new Tcf.Closed());
    assertThat(contexts("{'gdpr':{'consent':{'a':1}}}").tcf()).isEqualTo(new Tcf.Closed());
    assertThat(contexts("{'consent':{'gppString':7}}").gpc()).isTrue();
    assertThat(heard.unread(Carrier.TCF)).isEqualTo(2);
    assertThat(heard.unread(Carrier.GPP)).isEqualTo(1);
  }

  @Test
  void moreStringsThanAnybodySendsAreANo() {
    String open = Written.tcf(Set.of(5));
    assertThat(request(NONE, Map.of("tcf", List.of(open, open, open, open))).unread()).isEmpty();
    assertThat(request(NONE, Map.of("tcf", List.of(open, open, open, open, open))).tcf())
        .isEqualTo(new Tcf.Closed());
  }

  @Test
  void itIsCountedWhatWasCarriedAndWhatCouldNotBeRead() throws Exception {
    request(Map.of("Sec-GPC", List.of("1")), Map.of("gpp", List.of("nonsense")));
    request(Map.of("Sec-GPC", List.of("0")), Map.of("gpp", List.of("DBAA")));
    contexts(
        "{'consent':{'categoryPreferences':{'a':true,'b':true}}}",
        "{'consentManagement':{'deniedConsentIds':['a','b','c']}}");
    assertThat(heard.carried(Carrier.GPC)).isEqualTo(1);
    assertThat(heard.carried(Carrier.GPP)).isEqualTo(2);
    assertThat(heard.unread(Carrier.GPP)).isEqualTo(1);
    assertThat(heard.carried(Carrier.PREFERENCES)).isEqualTo(1);
    assertThat(heard.conflicts(Carrier.PREFERENCES)).isEqualTo(2);
    assertThat(heard.unread(Carrier.PREFERENCES)).isZero();
  }

  /// Whatever else comes with a request, a no stays a no.
  @Test
  void moreIsNeverLess() throws Exception {
    List<Sent> parts = new ArrayList<>();
    for (Supplier<Sent> part : parts()) {
      parts.add(part.get());
    }
    parts.add(contexts("{'consent':{'categoryPreferences':{'a':false}}}"));
    parts.add(contexts("{'consent':{'categoryPreferences':{'a':true,'b':true}}}"));
    parts.add(contexts("{'consent':3}"));
    for (long seed = 0; seed < 5_000; seed++) {
      RandomGenerator chance = new SplittableRandom(seed);
      Sent before =
          parts.get(chance.nextInt(parts.size())).and(parts.get(chance.nextInt(parts.size())));
      Sent after = before.and(parts.get(chance.nextInt(parts.size())));
      assertThat(refused(after)).as("seed %d", seed).containsAll(refused(before));
      assertThat(after.unread()).as("seed %d", seed).containsAll(before.unread());
      assertThat(after.heard()).as("seed %d", seed).containsAll(before.heard());
    }
  }

  private List<Supplier<Sent>> parts() {
    return List.of(
        () -> Sent.NOTHING,
        () -> request(Map.of("Sec-GPC", List.of("1")), NONE),
        () -> request(Map.of("ADPC", List.of("withdraw=a~1")), NONE),
        () -> request(Map.of("ADPC", List.of("consent=a~1")), NONE),
        () -> request(Map.of("ADPC", List.of("withdraw=*")), NONE),
        () -> request(Map.of("ADPC", List.of("withdraw=*,consent=a~1")), NONE),
        () -> request(Map.of("ADPC", List.of("what")), NONE),
        () -> request(NONE, Map.of("tcf", List.of(Written.tcf(Set.of(5))))),
        () -> request(NONE, Map.of("tcf", List.of(Written.tcf(Set.of(6))))),
        () -> request(NONE, Map.of("tcf", List.of("what"))),
        () -> request(NONE, Map.of("gpp", List.of(Written.gpp("usca", "SaleOptOut", 1)))),
        () -> request(NONE, Map.of("gpp", List.of(Written.gpp("usca", "SaleOptOut", 2)))),
        () -> request(NONE, Map.of("gpp", List.of("what"))));
  }

  private static Set<String> refused(Sent sent) {
    Map<String, Boolean> no = new HashMap<>();
    no.put("gpc", sent.gpc());
    no.put("child", sent.child());
    no.put("5", sent.tcf().lacksConsent(Set.of(5)));
    no.put("6", sent.tcf().lacksConsent(Set.of(6)));
    no.put("question a", sent.adpc().withdraws(new Question("a~1", "a", "?")));
    no.put("question b", sent.adpc().withdraws(new Question("b~1", "b", "?")));
    no.put("marketing", sent.adpc().objectsTo("direct-marketing"));
    no.put("category a", sent.preferences().refuses("a"));
    no.put("category b", sent.preferences().refuses("b"));
    for (OptOut optOut : OptOut.values()) {
      no.put(optOut.name(), sent.optOuts().contains(optOut));
    }
    no.values().removeIf(isNo -> !isNo);
    return no.keySet();
  }

  private Sent request(Map<String, List<String>> headers, Map<String, List<String>> query) {
    return carriers.ofRequest(
        name -> headers.getOrDefault(name, List.of()), name -> query.getOrDefault(name, List.of()));
  }

  private Sent contexts(String... contexts) throws JsonProcessingException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String context : contexts) {
      nodes.add(JSON.readTree(context.replace('\'', '"')));
    }
    return carriers.ofContexts(nodes);
  }
}
