package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Reason;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.explain.Explanation;
import org.aboveboard.server.recommend.Answer;
import org.aboveboard.server.recommend.Pick;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The whole way of a datum, in and back out again, on a real store.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SpineTest {
  private Home home;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    home = Home.in(folder).books(20).readers(40, 20, 7);
    home.settle();
  }

  @AfterAll
  void close() {
    home.close();
  }

  @AfterEach
  void theJournalHasNoGapAndEveryRowItsEntry() {
    // one statement each: the ledger writes an entry of its own once a second
    assertThat(
            number(Power.OPERATE, "select next - (select count(*) from journal) from journal_head"))
        .isZero();
    assertThat(number(Power.OPERATE, "select max(index) + 1 - count(*) from journal")).isZero();
    assertThat(entries("consent")).containsAll(numbers(Power.WRITE, "select index from consent"));
    assertThat(entries("event")).containsAll(numbers(Power.LEARN, "select index from event"));
  }

  private Set<Long> entries(String kind) {
    return numbers(Power.OPERATE, "select index from journal where kind = '" + kind + "'");
  }

  private long number(Power power, String query) {
    return numbers(power, query).iterator().next();
  }

  private Set<Long> numbers(Power power, String query) {
    return home.house
        .pools()
        .as(power)
        .withHandle(handle -> handle.createQuery(query).mapTo(Long.class).set());
  }

  @Test
  void aConsentRowExistsIfAndOnlyIfItsEntryDoes() {
    home.answers("u:ida", true);
    home.answers("u:ida", false);
    // those that were erased keep their entries, which are commitments
    assertThat(
            numbers(
                Power.WRITE,
                "select index from consent where subject = (select max(subject) from consent)"))
        .hasSize(2)
        .isSubsetOf(entries("consent"));
  }

  private Answer answer(String name) {
    return home.house.recommend().answer(Wish.of(home.row(), Optional.of(name)));
  }

  @Test
  void silenceIsNotConsent() {
    assertThat(home.house.collect().take(List.of(home.event("u:silent", "viewed", "b1", "m1"))))
        .singleElement()
        .isInstanceOf(Taken.Withheld.class);
    assertThat(home.house.subjects().find("u:silent")).isEmpty();
    Answer answer = answer("u:silent");
    assertThat(answer.record().level()).isEqualTo(Level.NONE);
    assertThat(answer.denied().orElseThrow().deny().reason()).isEqualTo(Reason.NEVER_ASKED);
  }

  @Test
  void anEventCountsOnTheNextRequestAndTheSumIsExact() {
    home.answers("u:ana", true);
    home.views("u:ana", "b0", "b2", "b4");
    Answer answer = answer("u:ana");
    assertThat(answer.record().level()).isEqualTo(Level.GENERAL);
    assertThat(answer.record().picks()).isNotEmpty().allMatch(Pick::addsUp);
    assertThat(answer.record().picks().getFirst().terms()).hasSize(3);
    Pick first = answer.record().picks().getFirst();
    String item = home.house.catalogue().find(first.item()).orElseThrow().id();
    Explanation why =
        home.house
            .explain()
            .why(Optional.of("u:ana"), answer.record().recommId(), item)
            .orElseThrow();
    double sum = why.parts().stream().mapToDouble(Explanation.Part::value).sum();
    assertThat(sum).isCloseTo(why.score(), within(1e-9));
    assertThat(why.sentence()).startsWith("Mostly because you viewed “Book ");
  }

  @Test
  void somebodyElseIsNotToldWhy() {
    home.answers("u:bea", true);
    home.views("u:bea", "b1", "b3");
    Answer answer = answer("u:bea");
    String item =
        home.house.catalogue().find(answer.record().picks().getFirst().item()).orElseThrow().id();
    assertThat(answer.record().level()).isEqualTo(Level.GENERAL);
    assertThat(home.house.explain().why(Optional.of("u:ana"), answer.record().recommId(), item))
        .isEmpty();
    assertThat(home.house.explain().why(Optional.empty(), answer.record().recommId(), item))
        .isEmpty();
  }

  @Test
  void aWithdrawalHoldsOnTheNextRequestAndLeavesTheModel() throws Exception {
    home.settle();
    byte[] before = home.house.learn().gramDigest();
    home.answers("u:cleo", true);
    home.views("u:cleo", "b5", "b7", "b9");
    home.settle();
    assertThat(home.house.learn().gramDigest()).isNotEqualTo(before);
    Effect effect = home.withdraws("u:cleo");
    assertThat(effect.settled()).isInstanceOf(Settled.Done.class);
    assertThat(effect.rowsDeleted()).isEqualTo(3);
    assertThat(effect.modelForgot()).isTrue();
    assertThat(home.house.learn().gramDigest()).isEqualTo(before);
    assertThat(answer("u:cleo").record().level()).isEqualTo(Level.NONE);
    assertThat(home.house.collect().take(List.of(home.event("u:cleo", "viewed", "b1", "late"))))
        .singleElement()
        .isInstanceOf(Taken.Withheld.class);
  }

  @Test
  void aPromptAnswersOnceAndForItsOwnPersonOnly() {
    String served = home.ask("u:dora");
    assertThat(answered("u:eve", served)).isInstanceOf(Settled.NotTaken.class);
    assertThat(answered("u:dora", served)).isInstanceOf(Settled.Done.class);
    assertThat(answered("u:dora", served)).as("the same press").isInstanceOf(Settled.Again.class);
    home.withdraws("u:dora");
    assertThat(answered("u:dora", served)).isInstanceOf(Settled.NotTaken.class);
  }

  @Test
  void aQuestionsIdHasOneForm() {
    String served = home.ask("u:gil");
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=~";
    for (long seed = 0; seed < 2_000; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      StringBuilder damaged = new StringBuilder(served);
      int at = seed % 5 == 0 ? served.length() - 1 : random.nextInt(served.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, letters.charAt(random.nextInt(letters.length())));
        default -> damaged.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
      }
      if (!damaged.toString().equals(served)) {
        assertThat(answered("u:gil", damaged.toString()))
            .as("seed %d", seed)
            .isInstanceOf(Settled.NotTaken.class);
      }
    }
    assertThat(answered("u:gil", served)).isInstanceOf(Settled.Done.class);
  }

  private Settled answered(String name, String prompt) {
    return home.house
        .rights()
        .choose()
        .answer(name, prompt, Reply.YES, How.page("prompt"))
        .settled();
  }

  @Test
  void aRepeatedMessageIsKeptOnce() {
    home.answers("u:finn", true);
    var event = home.event("u:finn", "viewed", "b3", "same");
    var again = home.event("u:finn", "viewed", "b3", "same");
    assertThat(home.house.collect().take(List.of(event, again)))
        .hasExactlyElementsOfTypes(Taken.Kept.class, Taken.Repeated.class);
    assertThat(home.house.collect().take(List.of(home.event("u:finn", "viewed", "b3", "same"))))
        .hasExactlyElementsOfTypes(Taken.Repeated.class);
  }

  @Test
  void erasureTakesRowsKeyAndModelAndLateEventsDoNotBringThePersonBack() throws Exception {
    home.settle();
    byte[] before = home.house.learn().gramDigest();
    home.answers("u:gus", true);
    home.views("u:gus", "b6", "b8");
    home.settle();
    Job job = home.house.rights().erase().begin("u:gus").orElseThrow();
    Job done = ended(job.id());
    assertThat(done.state()).as(done.steps().toString()).isEqualTo("done");
    assertThat(home.house.learn().gramDigest()).isEqualTo(before);
    assertThat(home.house.subjects().find("u:gus")).isEmpty();
    assertThat(home.house.rights().access().copy("u:gus").events()).isEmpty();
    assertThat(home.house.collect().take(List.of(home.event("u:gus", "viewed", "b6", "late"))))
        .singleElement()
        .isInstanceOf(Taken.Withheld.class);
    assertThat(home.house.subjects().find("u:gus")).isEmpty();
  }

  private Job ended(UUID id) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Job job = home.house.rights().erase().find(id).orElseThrow();
    while (job.state().equals("running") && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      job = home.house.rights().erase().find(id).orElseThrow();
    }
    return job;
  }

  @Test
  void anItemThatOnlyAnEventNamesIsNotShownAndGoesWithTheEvent() {
    home.answers("u:joe", true);
    home.views("u:joe", "words of their own");
    assertThat(home.house.catalogue().find("words of their own").orElseThrow().available())
        .isFalse();
    home.withdraws("u:joe");
    assertThat(home.house.catalogue().find("words of their own")).isEmpty();
    assertThat(numbers(Power.OPERATE, "select count(*) from item where mentioned"))
        .containsExactly(0L);
  }

  @Test
  void whatOnlyAnEventNamedKeepsItsNumberAndTheEventOnceItIsDescribed() {
    home.answers("u:joe", true);
    home.views("u:joe", "soon");
    int number = home.house.catalogue().find("soon").orElseThrow().number();
    assertThat(home.house.rights().access().copy("u:joe").events())
        .singleElement()
        .satisfies(event -> assertThat(event.item()).isEqualTo("soon"));
    home.house
        .catalogue()
        .put(
            List.of(
                new ItemPut(
                    "soon",
                    "Soon",
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    Optional.empty(),
                    true)));
    assertThat(home.house.catalogue().find(number))
        .hasValueSatisfying(item -> assertThat(item.title()).isEqualTo("Soon"));
    assertThat(home.house.catalogue().find("soon").orElseThrow().number()).isEqualTo(number);
    assertThat(home.house.catalogue().items()).noneMatch(item -> item.id().startsWith("~"));
  }

  @Test
  void aPersonSeesEverythingThatIsHeld() {
    home.answers("u:hal", true);
    home.views("u:hal", "b2", "b4");
    answer("u:hal");
    var copy = home.house.rights().access().copy("u:hal");
    assertThat(copy.events()).hasSize(2).allMatch(event -> event.content().contains("viewed"));
    assertThat(copy.consents()).singleElement().matches(said -> said.said().equals("given"));
    assertThat(copy.recommendations()).hasSize(1);
  }
}
