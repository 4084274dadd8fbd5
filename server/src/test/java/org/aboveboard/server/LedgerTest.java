package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Value;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.receipt.Receipt;
import org.aboveboard.ledger.receipt.RunList;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.aboveboard.server.alarm.Alarm;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.ledger.Standstill;
import org.aboveboard.server.receipt.Found;
import org.aboveboard.server.receipt.Stage;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.run.Runs;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What people said has receipts that hold without the server, and so has what it did.
@TestInstance(Lifecycle.PER_CLASS)
final class LedgerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;

  private Home home;

  @BeforeAll
  void open() throws Exception {
    home = Home.in(folder).books(12).readers(12, 12, 7);
    home.settle();
  }

  @AfterAll
  void close() {
    home.close();
  }

  @Test
  void aYesANoAndAWithdrawalHaveReceiptsThatSayWhatWasSaid() throws Exception {
    assertThat(said(receipt("u:ana", home.answers("u:ana", true)))).isEqualTo("GIVEN");
    assertThat(said(receipt("u:ana", home.withdraws("u:ana")))).isEqualTo("WITHDRAWN");
    assertThat(said(receipt("u:bob", home.answers("u:bob", false)))).isEqualTo("REFUSED");
  }

  @Test
  void whatOnePersonSaidIsChainedAndWhatTwoSaidIsNot() throws Exception {
    Receipt first = receipt("u:cem", home.answers("u:cem", true));
    home.answers("u:dia", true);
    Receipt second = receipt("u:cem", home.withdraws("u:cem"));
    assertThat(first.opening().previous()).isEmpty();
    assertThat(second.opening().previous()).contains(first.opening().commitment());
  }

  @Test
  void aLedgerThatStandsStillRaisesOneAlarmUntilItGoesOn() throws Exception {
    var standstill = new Standstill(home.house.ledger(), home.house.alarms());
    Path tiles = folder.resolve("ledger").resolve("tile");
    Path away = Files.move(tiles, folder.resolve("tiles-away"));
    Files.writeString(tiles, "not a folder");
    long index = index(home.answers("u:kim", true));
    while (home.house.ledger().trouble().isEmpty()) {
      home.house.ledger().await(index, Duration.ofMillis(100));
    }
    standstill.look();
    Alarm raised = home.house.alarms().open().getFirst();
    standstill.look();
    assertThat(home.house.alarms().open()).containsExactly(raised);
    assertThat(raised.cause()).isEqualTo("ledger:still");
    assertThat(raised.what()).contains("Nothing is published");

    Files.delete(tiles);
    Files.move(away, tiles);
    awaitPublished(index);
    while (home.house.ledger().trouble().isPresent()) {
      home.house.ledger().await(index + 1, Duration.ofMillis(100));
    }
    standstill.look();
    assertThat(home.house.alarms().open()).isEmpty();
  }

  @Test
  void aReceiptIsItsOwnPersonsAlone() throws Exception {
    long index = index(home.answers("u:eva", true));
    awaitPublished(index);
    assertThat(home.house.receipts().statement("u:fin", index)).isInstanceOf(Found.Nothing.class);
    assertThat(home.house.receipts().statement("u:nobody", index))
        .isInstanceOf(Found.Nothing.class);
    assertThat(home.house.receipts().step(index)).isInstanceOf(Found.Nothing.class);
  }

  @Test
  void anAnswerIsProvenInItsSecondAndTheSecondInTheLedger() throws Exception {
    home.answers("u:gil", true);
    home.views("u:gil", "b1", "b3");
    home.settle();
    String recommId =
        home.house
            .recommend()
            .answer(Wish.of(home.row(), Optional.of("u:gil")))
            .record()
            .recommId();
    Receipt receipt = awaited(() -> home.house.receipts().answer("u:gil", recommId));
    assertThat(receipt.opening().kind()).isEqualTo("decisions");
    assertThat(text(receipt, "kind")).isEqualTo("recommendation");
    assertThat(home.house.receipts().answer("u:ana", recommId)).isInstanceOf(Found.Nothing.class);
  }

  @Test
  void aCopyThatWasHandedOverIsProvenByItsDigest() throws Exception {
    home.answers("u:hal", true);
    byte[] copy = "{\"what\":\"is held\"}".getBytes(StandardCharsets.UTF_8);
    long index = home.house.rights().downloads().note("u:hal", copy).orElseThrow();
    awaitPublished(index);
    Receipt receipt = ready(home.house.receipts().statement("u:hal", index));
    assertThat(text(receipt, "sha256")).isEqualTo(Hash.sha256(copy).hex());
    assertThat(receipt.opening().previous()).isPresent();
  }

  @Test
  void anErasureHasAReceiptForEachStageAndTheLastOneOnceItsEpochIsGone() throws Exception {
    home.answers("u:ida", true);
    home.views("u:ida", "b0", "b2");
    home.settle();
    UUID job = home.house.rights().erase().begin("u:ida").orElseThrow().id();
    Job done = ended(job);
    assertThat(done.state()).as(done.steps().toString()).isEqualTo("done");
    Receipt asked = awaited(() -> home.house.receipts().erasure(job, Stage.ASKED));
    Receipt erased = awaited(() -> home.house.receipts().erasure(job, Stage.DONE));
    assertThat(asked.opening().previous()).isPresent();
    assertThat(whole(erased, "found")).isZero();
    assertThat(whole(erased, "asked")).isEqualTo(asked.file().index());
    assertThat(text(erased, "integersBefore")).isNotEqualTo(text(erased, "integersAfter"));
    assertThat(home.house.receipts().erasure(job, Stage.EVERYWHERE))
        .isInstanceOf(Found.Nothing.class);
    home.house.roll().roll();
    Receipt everywhere = awaited(() -> home.house.receipts().erasure(job, Stage.EVERYWHERE));
    assertThat(everywhere.opening().kind()).isEqualTo("epoch-destroyed");
    assertThat(text(everywhere, "erasure")).isEqualTo(job.toString());
    assertThat(home.house.rights().erase().find(job).orElseThrow().everywhere()).isPresent();
  }

  @Test
  void whoWasInARunAndWhoWasNotCanBeProvenWithoutTheOperatorsKeys() throws Exception {
    home.answers("u:jon", true);
    home.views("u:jon", "b5");
    Receipt yes = receipt("u:kim", home.answers("u:kim", true));
    home.settle();
    long index = home.house.runs().write().orElseThrow();
    awaitPublished(index);
    Receipt run = ready(home.house.receipts().step(index));
    assertThat(home.house.runs().find("u:jon", index)).isInstanceOf(Runs.Found.Present.class);
    assertThat(home.house.runs().find("u:kim", index))
        .isInstanceOfSatisfying(
            Runs.Found.Absent.class,
            absent ->
                assertThat(absent.absence().verify(yes, run, home.house.ledger().trust()))
                    .isEqualTo(new Verdict.Verified()));
    assertThat(RunList.pseudonym(secret(yes), new byte[16]))
        .isNotEqualTo(RunList.pseudonym(secret(yes), new byte[] {1}));
  }

  @Test
  void anAnswerThatNamesNobodyHasAReceiptToo() throws Exception {
    String recommId =
        home.house.recommend().answer(Wish.of(home.row(), Optional.empty())).record().recommId();
    Receipt receipt = awaited(() -> home.house.receipts().unnamedAnswer(recommId));
    assertThat(text(receipt, "kind")).isEqualTo("recommendation");
  }

  @Test
  void aYesThatIsYoungerThanTheRunProvesNoAbsence() throws Exception {
    home.answers("u:lou", true);
    home.views("u:lou", "b7");
    home.settle();
    long index = home.house.runs().write().orElseThrow();
    Receipt late = receipt("u:mia", home.answers("u:mia", true));
    awaitPublished(index);
    Receipt run = ready(home.house.receipts().step(index));
    Runs.Found found = home.house.runs().find("u:mia", index);
    assertThat(found).isInstanceOf(Runs.Found.Absent.class);
    assertThat(
            ((Runs.Found.Absent) found)
                .absence()
                .verify(late, run, TrustPolicy.of(home.house.ledger().key())))
        .isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  void whoErasesManyTimesAtOnceGetsOneJob() throws Exception {
    home.answers("u:nia", true);
    Set<UUID> jobs = ConcurrentHashMap.newKeySet();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(
          Thread.ofVirtual()
              .start(() ->
                  home.house.rights().erase().begin("u:nia").ifPresent(job -> jobs.add(job.id()))));
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(jobs).hasSize(1);
    Job job = ended(jobs.iterator().next());
    assertThat(job.state()).as(job.steps().toString()).isEqualTo("done");
    assertThat(job.epoch()).isPresent();
    assertThat(home.house.rights().erase().begin("u:nia")).isEmpty();
  }

  @Test
  void whoCameBackIsErasedThoughAnEarlierErasureOfTheirsHasFailed() throws Exception {
    home.answers("u:olu", true);
    byte[] lookup = home.house.subjects().lookup("u:olu").bytes();
    home.house
        .pools()
        .use(
            Power.RIGHTS,
            handle ->
                handle.execute(
                    "insert into erasure (id, subject, lookup, state, asked)"
                        + " values (gen_random_uuid(), 999999, ?, 'failed', now())",
                    lookup));
    Job job = ended(home.house.rights().erase().begin("u:olu").orElseThrow().id());
    assertThat(job.state()).as(job.steps().toString()).isEqualTo("done");
    assertThat(home.house.subjects().find("u:olu")).isEmpty();
  }

  @Test
  void thePolicyInForceHasAnEntryThatEverybodyCanOpen() throws Exception {
    long index = home.house.declaration().now().index();
    awaitPublished(index);
    assertThat(text(ready(home.house.receipts().step(index)), "policy"))
        .isEqualTo(home.house.declaration().now().policy().digest());
  }

  private interface Asking {
    Found ask();
  }

  private Receipt awaited(Asking asking) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Found found = asking.ask();
    while (!(found instanceof Found.Ready) && System.nanoTime() < deadline) {
      home.house.ledger().await(home.house.ledger().size(), Duration.ofMillis(200));
      found = asking.ask();
    }
    return ready(found);
  }

  private Receipt receipt(String name, Effect effect) throws InterruptedException {
    long index = index(effect);
    awaitPublished(index);
    return ready(home.house.receipts().statement(name, index));
  }

  private void awaitPublished(long index) throws InterruptedException {
    assertThat(home.house.ledger().await(index, PATIENCE)).isTrue();
  }

  /// The receipt, which holds for whoever believes the ledger's key.
  private Receipt ready(Found found) {
    assertThat(found).isInstanceOf(Found.Ready.class);
    Receipt receipt = ((Found.Ready) found).receipt();
    Receipt.Reading read = Receipt.read(receipt.bytes());
    assertThat(read).isInstanceOf(Receipt.Read.class);
    TrustPolicy policy = TrustPolicy.of(home.house.ledger().key());
    assertThat(((Receipt.Read) read).receipt().verify(policy)).isEqualTo(new Verdict.Verified());
    return receipt;
  }

  private static long index(Effect effect) {
    assertThat(effect.settled()).isInstanceOf(Settled.Done.class);
    return ((Settled.Done) effect.settled()).index();
  }

  private static String said(Receipt receipt) {
    return text(receipt, "said");
  }

  private static String text(Receipt receipt, String field) {
    return value(receipt, field) instanceof Value.Text(String text) ? text : "";
  }

  private static long whole(Receipt receipt, String field) {
    return value(receipt, field) instanceof Value.Whole(long number) ? number : -1;
  }

  private static Value value(Receipt receipt, String field) {
    return receipt.opening().shown().field(field).orElseThrow();
  }

  private static byte[] secret(Receipt yes) {
    return Hash.ofHex(text(yes, "runs")).orElseThrow().bytes();
  }

  private Job ended(UUID id) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Job job = home.house.rights().erase().find(id).orElseThrow();
    while (job.state().equals("running") && System.nanoTime() < deadline) {
      home.house.ledger().await(home.house.ledger().size(), Duration.ofMillis(50));
      job = home.house.rights().erase().find(id).orElseThrow();
    }
    return job;
  }
}
