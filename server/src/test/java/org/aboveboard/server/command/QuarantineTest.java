package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Level;
import org.aboveboard.server.consent.About;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.load.Tally;
import org.aboveboard.server.load.Tally.Reason;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.rights.Access.Copy;
import org.aboveboard.server.rights.Access.HeldEvent;
import org.aboveboard.server.rights.Access.SetAside;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.rights.Step;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What cannot show its basis is set aside, and what becomes of it. Each test has people of its
/// own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarantineTest {
  private static final How HOW = How.page("privacy-options");
  private static final LocalDate TODAY = Typed.NOW.atOffset(ZoneOffset.UTC).toLocalDate();
  private static final String SIGNED =
      "\"since\":\"2026-10-01\",\"evidence\":\"form 17, shelf 3\"}";

  private Premises shop;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    shop = new Premises(folder);
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @AfterEach
  void theJournalHasNoGapAndEveryRowItsEntry() {
    long entries = shop.number(Power.OPERATE, "select count(*) from journal");
    assertThat(shop.number(Power.OPERATE, "select next from journal_head")).isEqualTo(entries);
    assertThat(shop.number(Power.OPERATE, "select max(index) + 1 from journal")).isEqualTo(entries);
  }

  private static List<String> whys(Tally tally) {
    return tally.reasons().stream().map(Reason::why).toList();
  }

  private static String signed(String subject) {
    return "{\"subject\":\"" + subject + "\"," + SIGNED;
  }

  @Test
  void rowsWithoutEvidenceAreSetAsideAndUsedByNothing() throws Exception {
    byte[] before = shop.settled();
    Path set =
        shop.set(
            "unused",
            shop.event("u:una", "viewed", "b1", 3),
            shop.event("u:una", "viewed", "b2", 2),
            shop.event("u:uwe", "viewed", "b1", 1));
    Tally tally = shop.bring(set);
    assertThat(tally.table()).startsWith("read 3, kept 0, set aside 3, refused 0");
    assertThat(shop.settled()).as("the model").isEqualTo(before);
    var row = shop.house.declaration().now().policy().surface("home-row").orElseThrow();
    var answer = shop.house.recommend().answer(Wish.of(row, Optional.of("u:una")));
    assertThat(answer.record().level()).isEqualTo(Level.NONE);
    assertThat(shop.copy("u:una").events()).isEmpty();
    assertThat(shop.copy("u:una").consents()).isEmpty();
  }

  @Test
  void itsPersonSeesWhatIsSetAsideAndUntilWhen() throws Exception {
    shop.bring(
        shop.set(
            "seen",
            shop.event("u:sia", "viewed", "b1", 10),
            shop.event("u:sia", "rated", "b2", 70)));
    assertThat(shop.copy("u:sia").setAside())
        .extracting(SetAside::event, SetAside::item, SetAside::usedFor)
        .containsExactly(tuple("viewed", "b1", "nothing"), tuple("rated", "b2", "nothing"));
    // suggestions keep 90 days: from today, but never beyond the day it would have to go anyway
    assertThat(shop.copy("u:sia").setAside())
        .extracting(SetAside::erasedOn)
        .containsExactly(TODAY.plusDays(80), TODAY.plusDays(20));
    assertThat(shop.copy("u:sia").setAside())
        .allMatch(row -> row.wantedFor().equals(List.of("recommendations")))
        .allMatch(row -> row.content().contains("occurred"));
  }

  @Test
  void evidenceLetsRowsInByTheOrdinaryDoorAndOnce() throws Exception {
    Path set =
        shop.set(
            "released",
            shop.event("u:ria", "viewed", "b1", 3),
            shop.event("u:ria", "viewed", "b2", 70),
            shop.event("u:rob", "viewed", "b3", 2));
    shop.bring(set);
    byte[] before = shop.settled();
    Premises.evidence(set, signed("ria"));
    Tally tally = shop.bring(set);
    assertThat(tally.table()).startsWith("read 3, kept 1, refused 2");
    assertThat(whys(tally))
        .containsExactlyInAnyOrder(
            "no yes that its evidence shows holds for its day", "it is set aside or kept already");
    Copy ria = shop.copy("u:ria");
    assertThat(ria.events()).singleElement().matches(event -> event.item().equals("b1"));
    assertThat(ria.setAside()).singleElement().matches(row -> row.item().equals("b2"));
    assertThat(ria.consents())
        .singleElement()
        .matches(said -> said.method().equals("import") && said.said().equals("given"));
    assertThat(shop.copy("u:rob").setAside()).hasSize(1);
    assertThat(shop.settled()).isNotEqualTo(before);

    assertThat(shop.bring(set).kept()).as("repeated once more").isZero();
    assertThat(shop.copy("u:ria").events()).hasSize(1);
    assertThat(shop.copy("u:ria").consents()).hasSize(1);
  }

  @Test
  void theRecordOfAnImportedYesCarriesItsEvidence() throws Exception {
    Path set = shop.set("carried", shop.event("u:cai", "viewed", "b1", 3));
    Premises.evidence(set, signed("cai"));
    assertThat(shop.bring(set).kept()).isOne();
    long index = shop.copy("u:cai").consents().getFirst().index();
    assertThat(shop.house.rights().records().find("u:cai", index).orElseThrow().made().evidence())
        .isEqualTo("imported: form 17, shelf 3");
  }

  @Test
  void oneLineCanSpeakForEverybodyAndOwnLinesGoFirst() throws Exception {
    Path set =
        shop.set(
            "everybody",
            shop.event("u:eva", "viewed", "b1", 3),
            shop.event("u:eli", "viewed", "b1", 3));
    Premises.evidence(
        set,
        "{\"subject\":\"*\"," + SIGNED,
        "{\"subject\":\"u:eli\",\"since\":\"2026-11-22\",\"evidence\":\"a call\"}");
    Tally tally = shop.bring(set);
    assertThat(tally.table()).startsWith("read 2, kept 1, refused 1");
    assertThat(shop.copy("u:eva").events()).hasSize(1);
    assertThat(shop.copy("u:eli").setAside()).as("evidence shows that it is too old").isEmpty();
  }

  @Test
  void aYesThatThePersonGivesLetsNothingOutButEvidenceDoes() throws Exception {
    Path set = shop.set("own", shop.event("u:oda", "viewed", "b1", 3));
    shop.bring(set);
    shop.answers("u:oda", Reply.YES);
    assertThat(shop.copy("u:oda").setAside()).hasSize(1);
    assertThat(shop.copy("u:oda").events()).isEmpty();
    assertThat(shop.bring(set).kept()).as("the same again").isZero();

    Premises.evidence(set, signed("oda"));
    assertThat(shop.bring(set).kept()).isOne();
    assertThat(shop.copy("u:oda").setAside()).isEmpty();
    assertThat(shop.copy("u:oda").events()).hasSize(1);
    // what the person said here goes on to be what counts
    shop.settled();
    assertThat(
            shop.number(
                Power.RETAIN,
                "select count(*) from agreed where evidence = 'PROMPT' and subject = "
                    + shop.house.subjects().find("u:oda").orElseThrow().number()))
        .isOne();
  }

  @Test
  void aRowOfAPersonWhoAgreedHereIsSetAsideToo() throws Exception {
    shop.answers("u:ola", Reply.YES);
    Path set = shop.set("later", "{\"subject\":\"u:ola\",\"event\":\"viewed\",\"item\":\"b1\"}");
    assertThat(shop.bring(set).aside()).isOne();
    assertThat(shop.copy("u:ola").events()).isEmpty();
  }

  @Test
  void theirOwnYesDoesNotStandInForEvidenceOfAnotherDay() throws Exception {
    shop.answers("u:una-2", Reply.YES);
    Path set = shop.set("mixed", "{\"subject\":\"u:una-2\",\"event\":\"viewed\",\"item\":\"b1\"}");
    Premises.evidence(
        set,
        "{\"subject\":\"u:una-2\",\"since\":\"2026-01-31\",\"until\":\"2026-03-31\",\"evidence\":\"x\"}");
    assertThat(whys(shop.bring(set)))
        .containsExactly("the yes that its evidence shows has run out");
    assertThat(shop.copy("u:una-2").events()).isEmpty();
  }

  @Test
  void whoSaidNoHereIsNotEvenSetAside() throws Exception {
    shop.answers("u:nia", Reply.NO);
    Path set = shop.set("refused", shop.event("u:nia", "viewed", "b1", 3));
    assertThat(whys(shop.bring(set))).containsExactly("recommendations: the subject said no");
    Premises.evidence(set, signed("nia"));
    assertThat(whys(shop.bring(set))).containsExactly("recommendations: the subject said no");
    assertThat(shop.copy("u:nia").setAside()).isEmpty();
    assertThat(shop.copy("u:nia").consents()).as("what they said stands").hasSize(1);
  }

  @Test
  void aNoDeletesWhatWasSetAsideForThatAlone() throws Exception {
    shop.bring(
        shop.set(
            "withdrawn",
            shop.event("u:wim", "viewed", "b1", 3),
            shop.event("u:wim", "rated", "b2", 3)));
    Effect effect = shop.house.rights().choose().withdraw("u:wim", shop.suggestions(), HOW);
    assertThat(effect.rowsDeleted()).isEqualTo(2);
    Copy copy = shop.copy("u:wim");
    assertThat(copy.setAside()).isEmpty();
    assertThat(copy.consents().getFirst().consequences())
        .anyMatch(done -> done.what().equals("rows") && done.count() == 2);
  }

  @Test
  void whatIsSetAsideGoesWithTheKindOfActAndTheItem() throws Exception {
    shop.bring(
        shop.set(
            "parts",
            shop.event("u:pia", "viewed", "b1", 3),
            shop.event("u:pia", "rated", "b2", 3),
            shop.event("u:pia", "rated", "b3", 3)));
    var signal = shop.house.declaration().now().policy().signal("views").orElseThrow();
    shop.house.rights().choose().switchTo("u:pia", new About.TheSignal(signal), false, HOW);
    assertThat(shop.copy("u:pia").setAside())
        .extracting(SetAside::item)
        .containsExactly("b2", "b3");
    var item = shop.house.catalogue().find("b2").orElseThrow();
    assertThat(shop.house.rights().forget().forget("u:pia", item).orElseThrow().rows()).isOne();
    assertThat(shop.copy("u:pia").setAside()).extracting(SetAside::item).containsExactly("b3");
  }

  @Test
  void whoWantsThingsKeptForLessHasThemSetAsideForLess() throws Exception {
    Path set =
        shop.set(
            "shorter",
            shop.event("u:kim", "viewed", "b1", 3),
            shop.event("u:kim", "viewed", "b2", 40));
    shop.bring(set);
    shop.house.rights().choose().keepFor("u:kim", shop.suggestions(), 30, HOW);
    assertThat(shop.copy("u:kim").setAside())
        .singleElement()
        .matches(row -> row.erasedOn().equals(TODAY.plusDays(27)));
  }

  @Test
  void erasureTakesWhatWasSetAsideAndTheSameFileDoesNotBringThePersonBack() throws Exception {
    Path set = shop.set("erased", shop.event("u:edo", "viewed", "b1", 3));
    shop.bring(set);
    Job job = shop.erase("u:edo");
    assertThat(job.state()).as(job.steps().toString()).isEqualTo("done");
    assertThat(job.steps())
        .extracting(Step::detail)
        .anyMatch(detail -> detail.startsWith("2 rows deleted"))
        .anyMatch(detail -> detail.startsWith("nothing found in "));
    assertThat(shop.house.subjects().find("u:edo")).isEmpty();

    String again = "it is not shown to be newer than the erasure of its subject";
    assertThat(whys(shop.bring(set))).containsExactly(again);
    Premises.evidence(set, signed("edo"));
    assertThat(whys(shop.bring(set))).containsExactly(again);
    assertThat(shop.house.subjects().find("u:edo")).isEmpty();
  }

  @Test
  void whatAnotherBasisKeepsNeedsNoEvidence() throws Exception {
    Path set =
        shop.set(
            "orders",
            shop.event("u:ost", "added-to-cart", "b1", 3),
            shop.event("u:ost", "bought", "b1", 3));
    assertThat(shop.bring(set).table()).startsWith("read 2, kept 2, refused 0");
    assertThat(shop.copy("u:ost").events())
        .hasSize(2)
        .allMatch(event -> event.purposes().equals(List.of("order-service")));
    assertThat(shop.copy("u:ost").setAside()).isEmpty();
  }

  @Test
  void whatIsKeptForLessIsCountedAndNotWidenedLater() throws Exception {
    Path set =
        shop.set(
            "partly",
            shop.event("u:pal", "bought", "b1", 3),
            shop.event("u:pal", "viewed", "b2", 3));
    assertThat(shop.brought(set).partly()).isOne();
    Premises.evidence(set, signed("pal"));
    Importer.Result again = shop.brought(set);
    assertThat(again.partly()).isZero();
    assertThat(again.tally().table()).startsWith("read 2, kept 1, refused 1");
    assertThat(shop.copy("u:pal").events())
        .extracting(HeldEvent::purposes)
        .containsExactly(List.of("order-service"), List.of("recommendations"));
  }

  @Test
  void whatNoPurposeWouldKeepAnyMoreIsNotSetAside() throws Exception {
    Path set = shop.set("old", shop.event("u:alt", "viewed", "b1", 90));
    assertThat(whys(shop.bring(set)))
        .containsExactly("it is older than anything it could be for keeps");
    assertThat(shop.house.subjects().find("u:alt")).isEmpty();
  }

  @Test
  void aYesThatHasRunOutLetsNothingInAndNothingIsSetAside() throws Exception {
    Path set = shop.set("ended", shop.event("u:ulf", "viewed", "b1", 3));
    Premises.evidence(
        set,
        "{\"subject\":\"u:ulf\",\"since\":\"2026-01-31\",\"until\":\"2026-11-22\",\"evidence\":\"x\"}");
    assertThat(whys(shop.bring(set)))
        .containsExactly("the yes that its evidence shows has run out");
    assertThat(shop.house.subjects().find("u:ulf")).isEmpty();
  }

  @Test
  void anImportThatWasCutShortIsRepeatedWhole() throws Exception {
    Path set =
        shop.set(
            "short",
            shop.event("u:sam", "viewed", "b1", 5),
            shop.event("u:sam", "viewed", "b2", 4),
            shop.event("u:sue", "viewed", "b3", 3),
            shop.event("u:sue", "viewed", "b4", 2));
    List<String> lines = Files.readAllLines(set.resolve("events.jsonl"));
    Files.write(set.resolve("events.jsonl"), lines.subList(0, 3));
    Premises.evidence(set, signed("sam"));
    assertThat(shop.bring(set).table()).startsWith("read 3, kept 2, set aside 1, refused 0");
    Files.write(set.resolve("events.jsonl"), lines);
    assertThat(shop.bring(set).table()).startsWith("read 4, kept 0, set aside 1, refused 3");
    Premises.evidence(set, signed("sam"), signed("sue"));
    assertThat(shop.bring(set).table()).startsWith("read 4, kept 2, refused 2");
    assertThat(shop.copy("u:sue").events()).hasSize(2);
    assertThat(shop.copy("u:sue").setAside()).isEmpty();
  }

  @Test
  void aLateEventUnderAnImportedYesIsKeptAfterANewYes() throws Exception {
    Path set = shop.set("renewed", shop.event("u:rex", "viewed", "b1", 3));
    Premises.evidence(set, signed("rex"));
    shop.bring(set);
    shop.answers("u:rex", Reply.YES);
    Path more = shop.set("renewed-2", shop.event("u:rex", "viewed", "b2", 2));
    Premises.evidence(more, signed("rex"));
    assertThat(shop.bring(more).kept()).isOne();
    assertThat(shop.copy("u:rex").consents()).as("no yes twice").hasSize(2);
  }
}
