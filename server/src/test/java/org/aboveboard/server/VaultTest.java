package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.PopulationQuestion;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.tell.Prompt.Reader;
import org.aboveboard.server.command.Typed;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Volunteers;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.rights.Volunteer;
import org.aboveboard.server.rights.Volunteer.Outcome;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.vault.Declares;
import org.aboveboard.server.vault.Figure;
import org.aboveboard.server.vault.Figures.Published;
import org.aboveboard.server.vault.Looks;
import org.aboveboard.server.vault.Sorted;
import org.aboveboard.server.vault.Volunteered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What volunteers say of themselves is kept apart, counted, and gone when they say so.
final class VaultTest {
  private static final How HOW = How.page("prompt");
  private static final Looks.Who ANN = new Looks.Who("Ann Ames", "Ethics officer");
  private static final Looks.Who BEN = new Looks.Who("Ben Burr", "Data steward");
  private static final String REASON = "A complaint about wrong figures for older readers";

  private static final Instant BEGINS = Instant.parse("2026-11-23T10:00:00Z");

  private static Filled filled;

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINS);
  private final InstantSource clock = now::get;

  private Filled.Copy copy;
  private Home home;

  @BeforeAll
  static void fill(@TempDir Path folder) throws Exception {
    Declares.segments(folder.resolve("policy"), List.of("age", "second", "third", "fourth"));
    filled = Filled.in(folder, InstantSource.fixed(BEGINS), _ -> {});
  }

  @AfterAll
  static void end() {
    filled.close();
  }

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    copy = filled.copy(folder);
    home = copy.open(clock);
  }

  @AfterEach
  void close() {
    home.close();
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private Policy policy() {
    return home.house.declaration().now().policy();
  }

  private Segment segment(String id) {
    return policy().segment(id).orElseThrow();
  }

  private Segment age() {
    return segment("age");
  }

  private Purpose audit() {
    return policy().purpose("fairness-audit").orElseThrow();
  }

  private Volunteer volunteer() {
    return home.house.rights().volunteer();
  }

  private String ask(String name) {
    return home.house
        .prompts()
        .serve(
            home.house.declaration().now(),
            name,
            Volunteers.place(policy()),
            audit(),
            Reader.of(Language.EN))
        .id();
  }

  private Outcome says(String name, Segment segment, String answer) {
    return says(name, segment, answer, Optional.of(ask(name)), OptOuts.none());
  }

  private Outcome says(
      String name, Segment segment, String answer, Optional<String> prompt, OptOuts sent) {
    Volunteer.About who = new Volunteer.About(name, sent, false);
    return volunteer().give(who, segment, answer, prompt, Reply.YES, HOW);
  }

  private List<String> held(String name) {
    return volunteer().held(name).stream().map(Volunteered::answer).toList();
  }

  private long rows() {
    return home.house
        .pools()
        .as(Power.VAULT)
        .withHandle(handle ->
            handle.createQuery("select count(*) from vault.answer").mapTo(Long.class).one());
  }

  private long number(String name) {
    return home.house.subjects().find(name).orElseThrow().number();
  }

  private Sorted sorted(List<String> names) {
    List<org.aboveboard.server.vault.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      outcomes.add(new org.aboveboard.server.vault.Outcome(number(names.get(i)), i));
    }
    return home.house.vault().sort(age(), outcomes);
  }

  @Test
  void anAnswerIsKeptUnderAYesToTheVeryPromptAndShownToItsPersonAlone() {
    Outcome outcome = says("u:ann", age(), "under-30");
    assertThat(outcome).isInstanceOf(Outcome.Kept.class);
    assertThat(held("u:ann")).containsExactly("under-30");
    assertThat(held("u:ben")).isEmpty();
    var copy = home.house.rights().access().copy("u:ann");
    assertThat(copy.volunteered()).hasSize(1);
    assertThat(copy.consents().getFirst().surface()).isEqualTo(Volunteers.PLACE);
    assertThat(home.house.rights().records().shown("u:ann", copy.consents().getFirst().index()))
        .isPresent();
    says("u:ann", age(), "over-30");
    assertThat(held("u:ann")).as("in place of the earlier one").containsExactly("over-30");
  }

  @Test
  void withoutAYesNothingIsKeptAndASignalSaysNo() {
    assertThat(says("u:ann", age(), "under-30", Optional.empty(), OptOuts.none()))
        .isEqualTo(new Outcome.Withheld(Reason.NEVER_ASKED));
    assertThat(says("u:ann", age(), "under-30", Optional.of(ask("u:ann")), OptOuts.of(true)))
        .as("a yes that did not name the signal")
        .isEqualTo(new Outcome.Withheld(Reason.SIGNAL));
    assertThat(says("u:ann", age(), "under-30", Optional.of(ask("u:ben")), OptOuts.none()))
        .as("another's prompt")
        .isInstanceOf(Outcome.NoYes.class);
    Volunteer.About child = new Volunteer.About("u:ann", OptOuts.none(), true);
    assertThat(
            volunteer().give(child, age(), "under-30", Optional.of(ask("u:ann")), Reply.YES, HOW))
        .isEqualTo(new Outcome.Withheld(Reason.MINOR));
    assertThat(rows()).isZero();
  }

  @Test
  void whatIsTakenBackIsGoneAndWithTheLastOfItTheYes() {
    says("u:ann", age(), "under-30");
    says("u:ann", segment("second"), "under-30");
    assertThat(volunteer().takeBack("u:ann", age(), HOW)).isOne();
    assertThat(held("u:ann")).hasSize(1);
    assertThat(agrees("u:ann")).isTrue();
    assertThat(volunteer().takeBack("u:ann", segment("second"), HOW)).isOne();
    assertThat(agrees("u:ann")).isFalse();
    assertThat(rows()).isZero();
  }

  private boolean agrees(String name) {
    return home.house
        .consentStore()
        .known(name)
        .flatMap(known -> known.standing().yes("fairness-audit"))
        .isPresent();
  }

  @Test
  void aNoToThePurposeElsewhereDeletesTheAnswersAndAPauseLeavesThemOut() {
    says("u:ann", age(), "under-30");
    says("u:ben", age(), "under-30");
    home.house.rights().choose().pause("u:ann", true, HOW);
    assertThat(sorted(List.of("u:ann", "u:ben")).told()).hasSize(1);
    assertThat(held("u:ann")).hasSize(1);
    home.house.rights().choose().pause("u:ann", false, HOW);
    assertThat(sorted(List.of("u:ann", "u:ben")).told()).hasSize(2);
    var effect = home.house.rights().choose().withdraw("u:ann", audit(), HOW);
    assertThat(effect.rowsDeleted()).isOne();
    assertThat(held("u:ann")).isEmpty();
    assertThat(sorted(List.of("u:ann", "u:ben")).told()).hasSize(1);
  }

  @Test
  void whoIsErasedLeavesNothingInTheVaultAndTheSecondLookLooksThere() {
    says("u:ann", age(), "under-30");
    home.house.looks().ask(BEN, "u:ann", age(), REASON);
    Job job = home.house.rights().erase().begin("u:ann").orElseThrow();
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!job.state().equals("done") && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      job = home.house.rights().erase().find(job.id()).orElseThrow();
    }
    assertThat(job.state()).isEqualTo("done");
    assertThat(job.steps().getLast().detail()).contains("vault.answer", "vault.look");
    assertThat(rows()).isZero();
    assertThat(home.house.looks().lately()).isEmpty();
  }

  @Test
  void whatHasRunOutIsDeletedAndSoIsWhatIsToBeKeptForLess() {
    says("u:ann", age(), "under-30");
    says("u:ben", age(), "under-30");
    home.house.rights().choose().keepFor("u:ben", audit(), 30, HOW);
    pass(Duration.ofDays(31));
    assertThat(home.house.retain().run().volunteered()).isOne();
    assertThat(held("u:ben")).isEmpty();
    pass(Duration.ofDays(150));
    assertThat(sorted(List.of("u:ann")).told()).as("not even before a run").isEmpty();
    assertThat(home.house.retain().run().volunteered()).isOne();
    assertThat(rows()).isZero();
  }

  @Test
  void outcomesAreSortedInTheirOrderByPeopleThatNobodyCanTell() {
    says("u:ann", age(), "under-30");
    says("u:ben", age(), "over-30");
    home.answers("u:eve", true);
    List<String> names = List.of("u:ben", "u:eve", "u:ann", "u:ben");
    Sorted sorted = sorted(names);
    assertThat(sorted.told().stream().map(Sorted.Told::answer))
        .containsExactly("over-30", "under-30", "over-30");
    assertThat(sorted.told().stream().map(Sorted.Told::value)).containsExactly(0.0, 2.0, 3.0);
    assertThat(sorted.told().getFirst().person()).isEqualTo(sorted.told().getLast().person());
    assertThat(sorted.told().get(1).person()).isNotEqualTo(sorted.told().getFirst().person());
    assertThat(sorted.coverage()).isEqualTo(new Sorted.Coverage(2, 3));
    assertThat(sorted.told().stream().map(Sorted.Told::person)).allMatch(p -> p == 1 || p == 2);
  }

  @Test
  void onlyAGrantForThisAuditOpensTheVault() {
    says("u:ann", age(), "under-30");
    Grant train = population(home.suggestions(), Use.TRAIN);
    Grant other = population(home.suggestions(), Use.AUDIT);
    for (Grant grant : List.of(train, other)) {
      assertThatThrownBy(() -> home.house.vault().sort(grant, age(), List.of()))
          .isInstanceOf(IllegalStateException.class);
    }
    Grant early = grant(new PopulationQuestion(audit(), audit().digest(), Use.AUDIT, 0));
    var outcomes = List.of(new org.aboveboard.server.vault.Outcome(number("u:ann"), 1));
    assertThat(home.house.vault().sort(early, age(), outcomes).told())
        .as("as of an index before the yes")
        .isEmpty();
    Grant fresh = population(audit(), Use.AUDIT);
    assertThat(home.house.vault().sort(fresh, age(), outcomes).told()).hasSize(1);
    pass(Duration.ofSeconds(3));
    assertThatThrownBy(() -> home.house.vault().sort(fresh, age(), outcomes))
        .isInstanceOf(IllegalStateException.class);
  }

  private Grant population(Purpose purpose, Use use) {
    return grant(new PopulationQuestion(purpose, purpose.digest(), use, Long.MAX_VALUE));
  }

  private Grant grant(PopulationQuestion question) {
    return policy().decide(question, clock.instant()) instanceof Decision.Allow(Grant grant, _)
        ? grant
        : Optional.<Grant>empty().orElseThrow();
  }

  @Test
  void noCountBelowTheFloorIsEverShownAndNoneIsDrawnTwice() {
    IntStream.range(0, 70).forEach(i -> says("u:young" + i, age(), "under-30"));
    IntStream.range(0, 19).forEach(i -> says("u:old" + i, age(), "over-30"));
    Figure first = out(age());
    assertThat(first.counts().get("over-30")).isEqualTo(OptionalLong.empty());
    assertThat(out(age())).isEqualTo(first);
    assertThat(home.house.figures().latest(age())).contains(first);
    if (first.counts().getOrDefault("under-30", OptionalLong.empty()).isPresent()) {
      assertThat(first.coverage().getAsInt()).isBetween(1, 100);
    }
    pass(Duration.ofDays(92));
    Figure next = out(age());
    assertThat(next.quarter()).isEqualTo("2027-Q1");
    assertThat(next.counts().get("over-30")).isEqualTo(OptionalLong.empty());
  }

  private Figure out(Segment segment) {
    return home.house.figures().publish(segment) instanceof Published.Out(Figure figure)
        ? figure
        : Optional.<Figure>empty().orElseThrow();
  }

  @Test
  void whenTheBudgetIsSpentNothingMoreIsPublishedAndARestartGivesNothingBack() throws Exception {
    List<Figure> shown =
        List.of("age", "second", "third").stream().map(id -> out(segment(id))).toList();
    assertThat(home.house.figures().publish(segment("fourth")))
        .isEqualTo(new Published.Spent("2026-Q4"));
    home.close();
    home = copy.open(clock);
    assertThat(home.house.figures().publish(segment("fourth")))
        .isEqualTo(new Published.Spent("2026-Q4"));
    assertThat(List.of("age", "second", "third").stream().map(id -> out(segment(id))))
        .isEqualTo(shown);
    pass(Duration.ofDays(92));
    assertThat(out(segment("fourth")).quarter()).isEqualTo("2027-Q1");
  }

  @Test
  void oneAnswerIsReadOnceByTwoPeopleWithAReasonAndItsPersonSeesIt() {
    says("u:ann", age(), "under-30");
    assertThat(home.house.looks().ask(ANN, "u:ann", age(), "why not"))
        .isInstanceOf(Looks.Step.Refused.class);
    var look = taken(home.house.looks().ask(ANN, "u:ann", age(), REASON));
    assertRefused(home.house.looks().read(ANN, look));
    assertRefused(home.house.looks().agree(ANN, look));
    assertRefused(home.house.looks().agree(new Looks.Who(" ann AMES", "Another role"), look));
    assertThat(home.house.looks().agree(BEN, look)).isInstanceOf(Looks.Step.Taken.class);
    assertRefused(home.house.looks().read(BEN, look));
    assertThat(home.house.looks().read(ANN, look))
        .isEqualTo(new Looks.Step.Opened(age(), Optional.of("under-30")));
    assertRefused(home.house.looks().read(ANN, look));
    var seen = home.house.rights().access().copy("u:ann").looks().getFirst();
    assertThat(seen.reason()).isEqualTo(REASON);
    assertThat(seen.steps().stream().map(step -> step.what() + " " + step.person()))
        .containsExactly("asked Ann Ames", "agreed Ben Burr", "read Ann Ames");
  }

  @Test
  void afterAnHourOrANoItIsNotRead() {
    says("u:ann", age(), "under-30");
    var late = taken(home.house.looks().ask(ANN, "u:ann", age(), REASON));
    home.house.looks().agree(BEN, late);
    pass(Duration.ofHours(1));
    assertRefused(home.house.looks().read(ANN, late));
    var after = taken(home.house.looks().ask(ANN, "u:ann", age(), REASON));
    home.house.looks().agree(BEN, after);
    home.house.rights().choose().withdraw("u:ann", audit(), HOW);
    assertRefused(home.house.looks().read(ANN, after));
  }

  private static java.util.UUID taken(Looks.Step step) {
    return step instanceof Looks.Step.Taken(var look)
        ? look
        : Optional.<java.util.UUID>empty().orElseThrow();
  }

  private static void assertRefused(Looks.Step step) {
    assertThat(step).isInstanceOf(Looks.Step.Refused.class);
  }

  @Test
  void aBackupBringsTheVaultBack() throws Exception {
    says("u:ann", age(), "under-30");
    Figure figure = out(age());
    Path backup = copy.folder().resolve("vault.zip");
    String data = copy.data().toString();
    Typed made = Typed.of("backup", backup.toString(), "--data", data, "--db", copy.url());
    assertThat(made.code()).as(made.said()).isZero();
    Path restored = copy.folder().resolve("restored");
    Typed typed =
        Typed.of(
            "restore",
            backup.toString(),
            "--data",
            restored.toString(),
            "--key",
            copy.data().resolve("keys/root.key").toString());
    assertThat(typed.code()).as(typed.said()).isZero();
    home.close();
    home = Home.under(restored, copy.policy(), clock);
    assertThat(held("u:ann")).containsExactly("under-30");
    assertThat(out(age())).isEqualTo(figure);
  }

  @Test
  void theLookoutKnowsTheVault() {
    assertThat(home.house.lookout().look().toString()).isNotEmpty();
    home.house.lookout().run();
    assertThat(home.house.alarms().open()).isEmpty();
  }
}
