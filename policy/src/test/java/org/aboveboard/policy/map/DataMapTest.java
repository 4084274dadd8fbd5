package org.aboveboard.policy.map;

import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataMapTest {
  private static final DataMap MAP = DataMap.of(BOOKSHOP, Language.EN, NOON);

  @TempDir private Path target;

  private static List<String> edges(DataMap map) {
    return map.edges().stream().map(edge -> edge.from() + " " + edge.to()).toList();
  }

  private static Box box(DataMap map, String id) {
    return map.box(id).orElseThrow();
  }

  @Test
  void aPurposeIsLedToBySomethingDoneAndLeadsToWhereItIsSeen() {
    assertThat(edges(MAP))
        .contains(
            "event-viewed category-reading-history",
            "category-reading-history purpose-recommendations",
            "purpose-recommendations model-what-goes-together",
            "model-what-goes-together surface-home-row")
        .doesNotContain("purpose-recommendations surface-home-row");
  }

  @Test
  void aPurposeWithoutAModelPassesTheModelsLane() {
    var folder =
        Folder.bookshop(target)
            .replace(
                "surfaces/basket.yaml",
                "purposes: [recommendations]",
                "purposes: [order-service, recommendations]");
    var map = DataMap.of(folder.read(), Language.EN, NOON);
    var passing = map.edges().stream().filter(edge -> edge.past().isPresent()).toList();
    assertThat(passing)
        .containsExactly(
            new Edge(
                "purpose-order-service",
                Optional.of("past-models-purpose-order-service"),
                "surface-basket",
                Set.of("order-service")));
    assertThat(map.stops(Lane.MODEL)).hasSize(2);
    assertThat(map.boxes(Lane.MODEL)).hasSize(1);
  }

  @Test
  void whatGoesOutsideGoesToItsVendor() {
    var map = DataMap.of(withVendor().read(), Language.EN, NOON);
    assertThat(edges(map)).contains("purpose-order-service vendor-parcels");
    assertThat(box(map, "purpose-order-service").facts().recipients())
        .contains(List.of("parcel carrier"));
    assertThat(box(map, "category-purchases").facts().recipients())
        .contains(List.of("parcel carrier"));
    assertThat(box(map, "category-basket").facts().recipients()).contains(List.of());
  }

  private Folder withVendor() {
    return Folder.bookshop(target)
        .write(
            "vendors/parcels.yaml",
            """
            label: {en: parcel carrier, de: Paketdienst}
            party: {name: P Ltd, address: 1 Road, country: IE, email: p@parcels.example}
            role: processor
            gets: [purchases]
            why: {en: They bring it., de: Sie bringen es.}
            contractUntil: 2027-01-01
            """)
        .replace("purposes/order-service.yaml", "recipients: []", "recipients: [parcels]")
        .replace(
            "purposes/order-service.yaml",
            "uses: [collect, serve, explain, audit]",
            "uses: [collect, serve, explain, audit, disclose]");
  }

  @Test
  void whatIsDeclaredToBeForbiddenIsNotKept() {
    assertThat(MAP.box("category-special")).isEmpty();
    assertThat(MAP.box("category-behaviour")).as("only a word for others").isEmpty();
    assertThat(MAP.box("category-basket")).isPresent();
  }

  @Test
  void aBoxStandsAsItsPurposesDo() {
    assertThat(box(MAP, "purpose-order-service").state()).isEqualTo(State.NO_TOGGLE);
    assertThat(box(MAP, "purpose-recommendations").state()).isEqualTo(State.RESTS_ON_CONSENT);
    assertThat(box(MAP, "purpose-taste-profile").state()).isEqualTo(State.OFF_FOR_ALL);
    assertThat(box(MAP, "event-bought").state()).as("an order needs it").isEqualTo(State.ON);
    assertThat(box(MAP, "event-viewed").state()).isEqualTo(State.RESTS_ON_CONSENT);
    assertThat(box(MAP, "category-taste").state()).isEqualTo(State.OFF_FOR_ALL);
  }

  @Test
  void anApprovedPurposeIsNoLongerOffForAll() {
    var signer = Signer.fresh();
    var policy = Signer.assess(signer.join(Folder.bookshop(target))).read();
    var approved =
        policy.with(
            List.of(signer.approve(policy, "taste-profile", LocalDate.parse("2027-01-01"))));
    assertThat(state(approved, "purpose-taste-profile")).isEqualTo(State.RESTS_ON_CONSENT);
    assertThat(state(policy, "purpose-taste-profile")).isEqualTo(State.OFF_FOR_ALL);
  }

  private static State state(Policy policy, String box) {
    return box(DataMap.of(policy, Language.EN, NOON), box).state();
  }

  @Test
  void aLineIsNeverMoreThanWhatItJoins() {
    var off = MAP.standing(box -> box.id().equals("event-viewed") ? State.OFF_BY_YOU : box.state());
    assertThat(off.state(edge(off, "event-viewed", "category-reading-history")))
        .isEqualTo(State.OFF_BY_YOU);
    assertThat(off.state(edge(off, "category-reading-history", "purpose-recommendations")))
        .isEqualTo(State.RESTS_ON_CONSENT);
    assertThat(off.state(edge(off, "category-purchases", "purpose-taste-profile")))
        .isEqualTo(State.OFF_FOR_ALL);
    assertThat(off.boxes().stream().map(Box::id))
        .isEqualTo(MAP.boxes().stream().map(Box::id).toList());
  }

  private static Edge edge(DataMap map, String from, String to) {
    return map.edges().stream()
        .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFactsAreTheDeclaredOnes() {
    var legend = Legend.of(Language.EN);
    assertThat(legend.lines(box(MAP, "purpose-recommendations").facts()))
        .containsExactly(
            new Legend.Line("Answers for it", "Model owner"),
            new Legend.Line("Rests on", "your yes"),
            new Legend.Line("Kept", "90 days, then erased"),
            new Legend.Line("Shared", "with no one"));
    assertThat(legend.lines(box(MAP, "category-taste").facts()))
        .startsWith(new Legend.Line("Data", "Sensitive, we guess it"));
    assertThat(legend.lines(box(MAP, "event-bought").facts()))
        .contains(new Legend.Line("With it", "order and total"));
  }

  @Test
  void whatVolunteersAnswerComesInAsAnythingElseAndGoesToItsPurposeAlone() {
    var question = box(MAP, "segment-part-of-town");
    assertThat(question.lane()).isEqualTo(Lane.COLLECTED);
    assertThat(question.state()).isEqualTo(State.RESTS_ON_CONSENT);
    assertThat(question.purposes()).containsExactly("fairness-audit");
    assertThat(Legend.of(Language.EN).lines(question.facts()))
        .contains(new Legend.Line("Shared", "with no one"));
    assertThat(MAP.around("segment-part-of-town").orElseThrow().boxes().stream().map(Box::id))
        .containsExactlyInAnyOrder(
            "segment-part-of-town", "category-part-of-town", "purpose-fairness-audit");
    assertThat(DataMap.of(Folder.read("films"), Language.EN, NOON).boxes())
        .noneMatch(box -> box.kind() == Kind.SEGMENT);
  }

  @Test
  void aTimeIsThatOfThePurposesThatMayRun() {
    var news = DataMap.of(Folder.read("news"), Language.EN, NOON);
    assertThat(box(news, "purpose-interest-profile").state()).isEqualTo(State.OFF_FOR_ALL);
    assertThat(box(news, "event-read").facts().retention()).contains(Period.ofDays(60));
    assertThat(box(news, "category-reading-history").facts().retention())
        .contains(Period.ofDays(60));
    assertThat(box(MAP, "category-taste").facts().retention()).as("it is not kept").isEmpty();
  }

  @Test
  void anInterestOfOursIsNotPartOfTheService() {
    var news = DataMap.of(Folder.read("news"), Language.EN, NOON);
    assertThat(box(news, "purpose-audience-counts").state()).isEqualTo(State.CAN_OBJECT);
    assertThat(news.json()).contains("\"state\":\"can-object\"");
    assertThat(Legend.of(Language.EN).state(State.CAN_OBJECT))
        .isEqualTo("Our own interest; you can object");
    assertThat(Legend.of(Language.DE).state(State.CAN_OBJECT))
        .isEqualTo("Unser eigenes Interesse; du kannst widersprechen");
  }

  @Test
  void itIsToldInTheReadersLanguageAndLooksTheSame() {
    var german = DataMap.of(BOOKSHOP, Language.DE, NOON);
    assertThat(box(german, "purpose-recommendations").label()).isEqualTo("Buchtipps");
    assertThat(Legend.of(Language.DE).lines(box(german, "purpose-recommendations").facts()))
        .contains(new Legend.Line("Behalten", "90 Tage, dann gelöscht"));
    assertThat(german.boxes().stream().map(Box::id))
        .isEqualTo(MAP.boxes().stream().map(Box::id).toList());
  }

  @Test
  void theListHoldsEveryBoxOnceAndEveryLineFromBothEnds() {
    var entries = MAP.list().stream().flatMap(chapter -> chapter.entries().stream()).toList();
    assertThat(entries.stream().map(Chapter.Entry::box)).isEqualTo(MAP.boxes());
    assertThat(entries.stream().mapToInt(entry -> entry.to().size()).sum())
        .isEqualTo(MAP.edges().size());
    assertThat(entries.stream().mapToInt(entry -> entry.from().size()).sum())
        .isEqualTo(MAP.edges().size());
  }

  @Test
  void aroundOneThingIsWhatLeadsToItAndAway() {
    var around = MAP.around("purpose-order-service").orElseThrow();
    assertThat(around.boxes().stream().map(Box::id))
        .containsExactlyInAnyOrder(
            "event-added-to-cart",
            "event-bought",
            "category-basket",
            "category-purchases",
            "purpose-order-service");
    var act = MAP.around("event-rated").orElseThrow();
    assertThat(act.boxes().stream().map(Box::id))
        .contains("category-ratings", "purpose-recommendations", "surface-home-row")
        .doesNotContain("category-purchases", "purpose-order-service");
    assertThat(MAP.around("purpose-nothing")).isEmpty();
  }

  @Test
  void theDataCarriesTheDigestOfThePolicy() {
    assertThat(MAP.json())
        .contains("\"policy\":\"" + BOOKSHOP.digest() + "\"")
        .contains("\"state\":\"off-for-all\"")
        .contains("\"retention\":\"P90D\"");
  }
}
