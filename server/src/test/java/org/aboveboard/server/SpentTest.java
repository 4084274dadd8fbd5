package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A question answers once: not again after an erasure, and not with a yes after a no.
final class SpentTest {
  private static final How HOW = How.page("prompt");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
  private Home home;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    home = Home.in(folder, now::get).books(4);
  }

  @AfterEach
  void close() {
    home.close();
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private Effect answer(String name, String prompt, Reply reply, Signal... without) {
    return home.house.rights().choose().answer(name, prompt, reply, List.of(without), HOW);
  }

  private Settled yes(String name, String prompt) {
    return answer(name, prompt, Reply.YES).settled();
  }

  private List<Choice> said(String name) {
    return home.house.consentStore().known(name).map(Known::standing).stream()
        .flatMap(standing -> standing.choices().stream())
        .toList();
  }

  private void erase(String name) {
    pass(Duration.ofMinutes(1));
    Job job = home.house.rights().erase().begin(name).orElseThrow();
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!job.state().equals("done")) {
      assertThat(System.nanoTime()).as("%s", job).isLessThan(deadline);
      Thread.onSpinWait();
      job = home.house.rights().erase().find(job.id()).orElseThrow();
    }
    pass(Duration.ofMinutes(1));
  }

  @Test
  void noQuestionPutBeforeAnErasureIsAnsweredAfterItAndNobodyIsMadeKnown() {
    String used = home.ask("u:ana");
    String unanswered = home.ask("u:ana");
    assertThat(yes("u:ana", used)).isInstanceOf(Settled.Done.class);
    erase("u:ana");
    for (String prompt : List.of(used, unanswered)) {
      for (Reply reply : Reply.values()) {
        assertThat(answer("u:ana", prompt, reply).settled()).isInstanceOf(Settled.NotTaken.class);
      }
    }
    assertThat(home.house.subjects().find("u:ana")).isEmpty();
  }

  @Test
  void whoIsAskedAnewAfterAnErasureIsHeardAndSoIsSomebodyElse() {
    String other = home.ask("u:ben");
    home.answers("u:ana", true);
    erase("u:ana");
    assertThat(yes("u:ana", home.ask("u:ana"))).isInstanceOf(Settled.Done.class);
    assertThat(yes("u:ben", other)).isInstanceOf(Settled.Done.class);
  }

  @Test
  void thatSomebodyWasErasedIsForgottenOnceNoQuestionOfThenCanBeAnswered() {
    home.answers("u:ana", true);
    erase("u:ana");
    home.house.retain().run();
    assertThat(spent()).isOne();
    pass(Duration.ofHours(12));
    home.house.retain().run();
    assertThat(spent()).isZero();
  }

  private long spent() {
    return home.house
        .pools()
        .as(Power.RIGHTS)
        .withHandle(
            handle -> handle.createQuery("select count(*) from spent").mapTo(Long.class).one());
  }

  @Test
  void aQuestionPutBeforeANoBringsNoYesAfterItAndSwitchesNothingOff() {
    home.answers("u:ana", true);
    String open = home.ask("u:ana");
    pass(Duration.ofSeconds(1));
    home.withdraws("u:ana");
    assertThat(answer("u:ana", open, Reply.YES, opened()).settled())
        .isInstanceOf(Settled.NotTaken.class);
    assertThat(said("u:ana"))
        .extracting(Choice::kind)
        .containsExactly(Choice.Kind.GIVEN, Choice.Kind.WITHDRAWN);
    assertThat(answer("u:ana", open, Reply.NO).settled())
        .as("a no is always taken")
        .isInstanceOf(Settled.Done.class);
    pass(Duration.ofSeconds(1));
    assertThat(yes("u:ana", home.ask("u:ana"))).isInstanceOf(Settled.Done.class);
  }

  private Signal opened() {
    return home.house.declaration().now().policy().signal("views").orElseThrow();
  }

  @Test
  void whatIsLeftOutIsOffBeforeTheYesCounts() {
    answer("u:ana", home.ask("u:ana"), Reply.YES, opened());
    assertThat(said("u:ana"))
        .extracting(Choice::about)
        .containsExactly(Choice.signal("views"), "recommendations");
  }

  @Test
  void theSameAnswerSentTwiceIsAcknowledgedTwiceAndRecordedOnce() {
    String yes = home.ask("u:ana");
    Effect first = answer("u:ana", yes, Reply.YES, opened());
    assertThat(again(answer("u:ana", yes, Reply.YES, opened()))).isEqualTo(done(first));
    home.views("u:ana", "b1");
    String no = home.ask("u:ana");
    Effect second = answer("u:ana", no, Reply.NO);
    Effect again = answer("u:ana", no, Reply.NO);
    assertThat(again(again)).isEqualTo(done(second));
    assertThat(again.rowsDeleted()).isEqualTo(second.rowsDeleted());
    assertThat(again.modelForgot()).isEqualTo(second.modelForgot()).isTrue();
    assertThat(said("u:ana")).hasSize(3);
  }

  private static long done(Effect effect) {
    return effect.settled() instanceof Settled.Done done ? done.index() : -1;
  }

  private static long again(Effect effect) {
    return effect.settled() instanceof Settled.Again(Settled.Done done) ? done.index() : 0;
  }

  @Test
  void anotherAnswerToTheSameQuestionIsNotTaken() {
    String prompt = home.ask("u:ana");
    answer("u:ana", prompt, Reply.YES);
    for (Reply reply : List.of(Reply.NO, Reply.VISIT)) {
      assertThat(answer("u:ana", prompt, reply).settled()).isInstanceOf(Settled.NotTaken.class);
    }
    home.withdraws("u:ana");
    assertThat(yes("u:ana", prompt)).as("it stands no longer").isInstanceOf(Settled.NotTaken.class);
  }

  @Test
  void aPressSentManyTimesAtOnceIsOneAnswer() throws Exception {
    String prompt = home.ask("u:ana");
    List<Callable<Settled>> presses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      presses.add(() -> yes("u:ana", prompt));
    }
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Settled> press : hands.invokeAll(presses)) {
        assertThat(press.get()).isInstanceOfAny(Settled.Done.class, Settled.Again.class);
      }
    }
    assertThat(said("u:ana")).hasSize(1);
  }
}
