package org.aboveboard.server.optout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentObjectsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void onlyAPlainTrueAllows() throws Exception {
    Preferences said =
        read("{'consent':{'categoryPreferences':{'a':true,'b':false,'c':'true','d':null,'e':1}}}")
            .preferences();
    assertThat(said.allowed())
        .isEqualTo(Map.of("a", true, "b", false, "c", false, "d", false, "e", false));
    assertThat(said.refuses("a")).isFalse();
    assertThat(said.refuses("c")).isTrue();
    assertThat(said.refuses("never named")).isFalse();
  }

  @Test
  void whereTwoSayDifferentThingsTheNoStandsAndIsAConflict() throws Exception {
    Sent sent =
        read(
            "{'consent':{'categoryPreferences':{'ads':false,'site':true}}}",
            """
            {'consent':{'categoryPreferences':{'ads':true}},
             'consentManagement':{'allowedConsentIds':['sale'],'deniedConsentIds':['sale',7]}}\
            """);
    assertThat(sent.preferences().allowed())
        .isEqualTo(Map.of("ads", false, "site", true, "sale", false, "7", false));
    assertThat(sent.preferences().conflicts()).containsExactlyInAnyOrder("ads", "sale");
    assertThat(sent.conflicts())
        .containsExactlyInAnyOrder(
            new Conflict(Carrier.PREFERENCES, "ads"), new Conflict(Carrier.PREFERENCES, "sale"));
    assertThat(sent.toString() + sent.preferences() + sent.conflicts())
        .doesNotContain("ads", "sale");
  }

  @Test
  void theCaseOfACategoryMeansNothing() throws Exception {
    Sent sent =
        read(
            "{'consent':{'categoryPreferences':{'Analytics':false,'SITE':true,'site':false}}}",
            "{'consentManagement':{'deniedConsentIds':['Marketing']}}");
    assertThat(sent.preferences().refuses("analytics")).isTrue();
    assertThat(sent.preferences().refuses("ANALYTICS")).isTrue();
    assertThat(sent.preferences().refuses("marketing")).isTrue();
    assertThat(sent.preferences().refuses("Site")).as("the no stands").isTrue();
    assertThat(sent.preferences().conflicts()).containsExactly("site");
  }

  @Test
  void conflictsBetweenTwoCarriersOfOneRequestAreSeenToo() throws Exception {
    Sent one = read("{'consent':{'categoryPreferences':{'a':true,'b':true,'c':false}}}");
    Sent other =
        read("{'consentManagement':{'allowedConsentIds':['b','c'],'deniedConsentIds':['a']}}");
    assertThat(one.and(other)).isEqualTo(other.and(one));
    assertThat(one.and(other).preferences().conflicts()).containsExactlyInAnyOrder("a", "c");
    assertThat(one.and(one)).isEqualTo(one);
  }

  @Test
  void anEmptySetOfPreferencesSaysNoToAll() throws Exception {
    Sent sent = read("{'consent':{'categoryPreferences':{}}}");
    assertThat(sent.preferences().refuses("anything")).isTrue();
    assertThat(sent.unread()).isEmpty();
  }

  @Test
  void silenceSaysNothing() throws Exception {
    for (String context :
        List.of(
            "{}",
            "3",
            "null",
            "{'consent':null}",
            "{'consent':{}}",
            "{'consent':{'categoryPreferences':null}}",
            "{'consentManagement':{'provider':'x'}}")) {
      assertThat(read(context)).as(context).isEqualTo(Sent.NOTHING);
    }
  }

  @Test
  void anObjectThatCannotBeReadSaysNoToAll() throws Exception {
    for (String context :
        List.of(
            "{'consent':'no'}",
            "{'consent':[]}",
            "{'consent':{'categoryPreferences':'none'}}",
            "{'consent':{'categoryPreferences':[{'a':true}]}}",
            "{'consentManagement':false}",
            "{'consentManagement':{'deniedConsentIds':'ads'}}",
            "{'consentManagement':{'deniedConsentIds':[{'id':'ads'}]}}",
            "{'consentManagement':{'allowedConsentIds':{'ads':true}}}")) {
      Sent sent = read(context, "{'consent':{'categoryPreferences':{'b':true}}}");
      assertThat(sent.preferences().refuses("b")).as(context).isTrue();
      assertThat(sent.unread())
          .as(context)
          .singleElement()
          .satisfies(unread -> assertThat(unread.which()).isEqualTo(Carrier.PREFERENCES))
          .satisfies(unread -> assertThat(unread.why()).doesNotContain("ads"));
    }
  }

  private static Sent read(String... contexts) throws JsonProcessingException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String context : contexts) {
      nodes.add(JSON.readTree(context.replace('\'', '"')));
    }
    return ConsentObjects.read(nodes);
  }
}
