package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.alarm.Alarm;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.monitor.Monitors;
import org.aboveboard.server.monitor.Sorting;
import org.aboveboard.server.monitor.Standing.Condition;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The monitors in a real house, whose clock is moved.
final class MonitorTest {
  private static final int BOOKS = 30;
  private static final int PEOPLE = 40;
  private static final String SMALL = "small-publishers";
  private static final String AGES = "ages";

  private static final Instant BEGINS = Instant.parse("2026-11-23T10:00:00Z");

  private static Filled filled;

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINS);
  private final InstantSource clock = now::get;

  private Filled.Copy copy;
  private Home home;
  private final Map<String, Long> numbers = new HashMap<>();
  private long lists = 1_000_000;

  @BeforeAll
  static void fill(@TempDir Path folder) throws Exception {
    Draft.of("bookshop", folder.resolve("policy"))
        .askingNobody()
        .write(
            "purposes/fairness-audit.yaml",
            """
            number: 9
            label: {en: checking fairness, de: Prüfen auf Fairness}
            sentence: {en: We compare groups., de: Wir vergleichen Gruppen.}
            basis: consent
            level: none
            uses: [collect, audit]
            data:
              volunteered: {necessity: required, because: {en: To compare., de: Zum Vergleichen.}}
            retention: P1Y
            consentLasts: P1Y
            owner: ethics-officer
            ifNo: {en: nothing changes, de: nichts ändert sich}
            minors: exclude
            """)
        .write(
            "categories/volunteered.yaml",
            """
            label: {en: what you told us of yourself, de: was du uns von dir gesagt hast}
            sensitivity: ordinary
            provenance: provided
            aliases: {dpv: ["pd:Age"]}
            """)
        .write(
            "segments/age.yaml",
            """
            label: {en: Age, de: Alter}
            question: {en: How old are you?, de: Wie alt bist du?}
            answers:
              under-30: {en: Under 30, de: Unter 30}
              over-30: {en: 30 or over, de: 30 oder älter}
            purpose: fairness-audit
            smallest: 10
            """)
        .write(
            "monitors/ages.yaml",
            """
            question: {en: Does it work as well?, de: Wirkt es so gut?}
            watches: {segment: age}
            surface: home-row
            outcome: acted
            claim: {within: 0.02}
            alpha: 0.05
            every: P1D
            closes: P2D
            owner: ethics-officer
            firstAction: {en: Look., de: Schau hin.}
            """);
    filled = Filled.in(folder, InstantSource.fixed(BEGINS), MonitorTest::fill);
  }

  private static void fill(Home home) {
    List<ItemPut> books = new ArrayList<>();
    for (int book = 0; book < BOOKS; book++) {
      books.add(
          new ItemPut(
              "b" + book,
              "Book " + book,
              Optional.empty(),
              List.of(book % 2 == 0 ? "even" : "odd"),
              Map.of("providerSize", book % 3 == 0 ? "small" : "large"),
              Optional.empty(),
              true));
    }
    home.house.catalogue().put(books);
    for (int person = 0; person < PEOPLE; person++) {
      home.answers("u:" + person, true);
    }
    home.house.monitors().tick();
  }

  @AfterAll
  static void end() {
    filled.close();
  }

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    copy = filled.copy(folder);
    home = copy.open(clock);
    monitors().tick();
  }

  private Monitors monitors() {
    return home.house.monitors();
  }

  @AfterEach
  void close() {
    home.close();
  }

  private void pass(int days) {
    now.updateAndGet(instant -> instant.plus(Duration.ofDays(days)));
  }

  private LocalDate today() {
    return now.get().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private long subject(String name) {
    return numbers.computeIfAbsent(
        name, _ -> home.house.subjects().find(name).orElseThrow().number());
  }

  private int item(int book) {
    return home.house.catalogue().find("b" + book).orElseThrow().number();
  }

  /// A list of twelve books, each of a small publisher with this chance.
  private List<Integer> list(SplittableRandom random, double small) {
    return IntStream.range(0, 12)
        .mapToObj(_ -> {
          int third = random.nextInt(BOOKS / 3) * 3;
          return item(random.nextDouble() < small ? third : third + 1 + random.nextInt(2));
        })
        .toList();
  }

  private void shown(String name, List<Integer> items, String arm) {
    int purpose = home.suggestions().number();
    short surface = home.house.declaration().now().number(home.row());
    home.house
        .pools()
        .as(Power.WRITE)
        .useHandle(handle ->
            handle
                .createUpdate(
                    "insert into recommendation (number, id, subject, surface, level, purpose, day,"
                        + " expires, items, arm, payload) values (:number, :id, :subject, :surface,"
                        + " 'GENERAL', :purpose, :day, :expires, :items::integer[], :arm, '')")
                .bind("number", lists++)
                .bind("id", Long.toString(lists).getBytes(StandardCharsets.UTF_8))
                .bind("subject", subject(name))
                .bind("surface", surface)
                .bind("purpose", purpose)
                .bind("day", today())
                .bind("expires", today().plusDays(90))
                .bind("items", items.toString().replace('[', '{').replace(']', '}'))
                .bind("arm", arm)
                .execute());
  }

  /// A day on which everybody is shown one list, and its end.
  private void day(SplittableRandom random, double small) {
    for (int person = 0; person < PEOPLE; person++) {
      shown("u:" + person, list(random, small), "none");
    }
    pass(1);
    monitors().tick();
  }

  private List<Alarm> alarms() {
    return home.house.alarms().open().stream()
        .filter(alarm -> alarm.kind().equals("monitor"))
        .toList();
  }

  private Condition stream(String group) {
    return Optional.ofNullable(monitors().state(SMALL).streams().get(group)).orElseThrow();
  }

  private long number(String query) {
    return home.house
        .pools()
        .as(Power.OPERATE)
        .withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  private long people(LocalDate day) {
    return number(
        "select coalesce(max(people), 0) from monitor_epoch where monitor = '"
            + SMALL
            + "' and day = '"
            + day
            + "'");
  }

  @Test
  void aPlantedBiasIsFoundOnceNamedAndEndsWhenItIsGone() {
    SplittableRandom random = new SplittableRandom(1);
    Instant raised = now.get();
    for (int day = 0; day < 12; day++) {
      day(random, 0.1);
      if (raised.equals(BEGINS) && !alarms().isEmpty()) {
        raised = now.get();
      }
    }
    assertThat(alarms())
        .singleElement()
        .satisfies(alarm -> {
          assertThat(alarm.cause()).isEqualTo("monitor:small-publishers:small");
          assertThat(alarm.what())
              .contains("small publishers get less than four fifths")
              .contains("ethics-officer")
              .contains("First: Look at what the home row shows");
        });
    assertThat(stream("small")).isEqualTo(new Condition.Alarmed(raised, true));
    assertThat(stream("large")).isInstanceOf(Condition.Quiet.class);
    monitors().tick();
    assertThat(number("select count(*) from monitor_alarm")).isOne();
    home.house.corrections().look();
    assertThat(home.house.corrected().because(SMALL))
        .singleElement()
        .satisfies(done ->
            assertThat(done.sentence())
                .isEqualTo(
                    "lists were corrected with a strength of 0.004, since the alarm stands."));
    for (int day = 0; day < 20 && monitors().state(SMALL).isAlarmed(); day++) {
      day(random, 0.4);
    }
    assertThat(stream("small")).isInstanceOf(Condition.Cleared.class);
    assertThat(alarms()).isEmpty();
    assertThat(number("select count(*) from journal where kind = 'monitor'"))
        .as("two that begin, one alarm and its end")
        .isEqualTo(4);
    assertThat(number("select count(*) from monitor_alarm where ended > index")).isOne();
  }

  @Test
  void withoutABiasItStaysQuietThroughARestart() throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    for (int day = 0; day < 5; day++) {
      day(random, 0.33);
    }
    long closed = number("select max(epoch) from monitor_epoch");
    String before = states();
    home.close();
    home = copy.open(clock);
    assertThat(stream("small")).as("before it has looked").isInstanceOf(Condition.Quiet.class);
    monitors().tick();
    assertThat(states()).isEqualTo(before);
    day(random, 0.33);
    assertThat(number("select max(epoch) from monitor_epoch")).isEqualTo(closed + 1);
    assertThat(alarms()).isEmpty();
  }

  private String states() {
    return home.house
        .pools()
        .as(Power.OPERATE)
        .withHandle(handle ->
            handle
                .createQuery(
                    "select string_agg(state::text, ' ' order by monitor) from monitor_state")
                .mapTo(String.class)
                .one());
  }

  @Test
  void whatIsCutShortLeavesNoEpochHalfAndNoneDouble() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    for (int day = 0; day < 8; day++) {
      day(random, 0.33);
    }
    String before = states();
    copy.asOwner(
        "create function broken() returns trigger language plpgsql as"
            + " $$ begin raise 'the machine stops'; end $$",
        "create trigger broken before insert on monitor_epoch for each row when (new.stream ="
            + " 'small') execute function broken()");
    day(random, 0.33);
    assertThat(states()).isEqualTo(before);
    copy.asOwner("drop trigger broken on monitor_epoch");
    monitors().tick();
    monitors().tick();
    assertThat(number("select count(*) from monitor_epoch")).isEqualTo(18);
    assertThat(people(today().minusDays(1))).isEqualTo(PEOPLE);
  }

  @Test
  void twoNodesCloseAnEpochOnce() throws Exception {
    Monitors other = monitors(Sorting.ofNothing());
    SplittableRandom random = new SplittableRandom(4);
    for (int day = 0; day < 4; day++) {
      for (int person = 0; person < PEOPLE; person++) {
        shown("u:" + person, list(random, 0.05), "none");
      }
      pass(1);
      try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> both = List.of(nodes.submit(monitors()::tick), nodes.submit(other::tick));
        for (Future<?> one : both) {
          one.get();
        }
      }
    }
    assertThat(number("select count(*) from monitor_epoch")).isEqualTo(8);
    assertThat(number("select count(*) from monitor_alarm")).isLessThanOrEqualTo(1);
    monitors().tick();
    other.tick();
    assertThat(other.state(SMALL)).isEqualTo(monitors().state(SMALL));
  }

  private Monitors monitors(Sorting sorting) {
    House house = home.house;
    return new Monitors(
        house.pools(),
        house.declaration(),
        house.catalogue(),
        house.seen(),
        house.alarms(),
        sorting,
        clock);
  }

  @Test
  void aPersonCountsOnceInAnEpoch() {
    SplittableRandom random = new SplittableRandom(5);
    for (int again = 0; again < 3; again++) {
      shown("u:1", list(random, 0.3), "none");
    }
    day(random, 0.33);
    assertThat(people(today().minusDays(1))).isEqualTo(PEOPLE);
  }

  @Test
  void whoSaysNoOrIsErasedIsInNoLaterEpoch() throws Exception {
    SplittableRandom random = new SplittableRandom(6);
    day(random, 0.33);
    for (int person = 0; person < PEOPLE; person++) {
      shown("u:" + person, list(random, 0.33), "none");
    }
    home.withdraws("u:1");
    Job job = home.house.rights().erase().begin("u:2").orElseThrow();
    while (job.state().equals("running")) {
      Thread.onSpinWait();
      job = home.house.rights().erase().find(job.id()).orElseThrow();
    }
    home.answers("u:never", false);
    shown("u:never", list(random, 0.33), "none");
    pass(1);
    monitors().tick();
    assertThat(people(today().minusDays(2))).isEqualTo(PEOPLE);
    assertThat(people(today().minusDays(1))).isEqualTo(PEOPLE - 2);
  }

  @Test
  void whatIsNotPersonalIsNotMeasured() {
    SplittableRandom random = new SplittableRandom(7);
    home.answers("u:held", true);
    shown("u:held", list(random, 0.33), "holdout");
    home.house.recommend().answer(Wish.of(home.row(), Optional.of("u:stranger")));
    day(random, 0.33);
    assertThat(people(today().minusDays(1))).isEqualTo(PEOPLE);
  }

  @Test
  void realAnswersKeepWhatWasShownAndAreMeasured() throws Exception {
    for (int person = 0; person < PEOPLE; person++) {
      home.views("u:" + person, "b" + person % BOOKS, "b" + (person + 7) % BOOKS);
    }
    home.settle();
    for (int person = 0; person < PEOPLE; person++) {
      home.house.recommend().answer(Wish.of(home.row(), Optional.of("u:" + person)));
    }
    pass(1);
    monitors().tick();
    // who is held out for comparison is not among them
    assertThat(people(today().minusDays(1))).isBetween(PEOPLE * 8L / 10, (long) PEOPLE);
  }

  @Test
  void fewerPeopleThanTheFloorAreNotShown() {
    SplittableRandom random = new SplittableRandom(8);
    for (int person = 0; person < 19; person++) {
      shown("u:" + person, list(random, 0.33), "none");
    }
    pass(1);
    monitors().tick();
    assertThat(number("select count(*) from monitor_epoch")).isZero();
  }

  @Test
  void aMonitorWhoseDeclarationChangesBeginsAnewAndItsAlarmEnds() throws Exception {
    SplittableRandom random = new SplittableRandom(9);
    for (int day = 0; day < 8; day++) {
      day(random, 0.05);
    }
    assertThat(alarms()).hasSize(1);
    new Draft(copy.policy())
        .replace("monitors/small-publishers.yaml", "alpha: 0.05", "alpha: 0.01");
    home.close();
    home = copy.open(clock);
    monitors().tick();
    assertThat(alarms()).isEmpty();
    assertThat(stream("small")).isInstanceOf(Condition.Quiet.class);
    assertThat(number("select count(*) from monitor_alarm where until is null")).isZero();
    day(random, 0.05);
    assertThat(number("select count(distinct declaration) from monitor_epoch")).isEqualTo(2);
  }

  @Test
  void whoActsLessIsFoundBySortingThroughWhatVolunteersTold() throws Exception {
    copy.asOwner(
        "create table told (subject bigint primary key, answer text not null)",
        "grant select, insert on told to aboveboard_audit");
    for (int person = 0; person < PEOPLE - 10; person++) {
      told(subject("u:" + person), person % 2 == 0 ? "under-30" : "over-30");
    }
    Monitors sorting = monitors(new Told());
    SplittableRandom random = new SplittableRandom(10);
    for (int day = 0; day < 20; day++) {
      for (int person = 0; person < PEOPLE; person++) {
        String name = "u:" + person;
        List<Integer> list = list(random, 0.33);
        shown(name, list, "none");
        if (person % 2 == 0 && random.nextInt(4) > 0) {
          acts(subject(name), list.getFirst());
        }
      }
      pass(1);
      sorting.tick();
    }
    assertThat(sorting.state(AGES).isAlarmed()).isTrue();
    assertThat(number("select max(people) from monitor_epoch where monitor = 'ages'"))
        .isEqualTo(15);
    assertThat(number("select max(day) - min(day) from monitor_epoch where monitor = 'ages'"))
        .as("what came early waits until its time is up")
        .isEqualTo(17);
  }

  @Test
  void whatIsSuddenlyActedOnLessRaisesAnAlarmThatEnds() {
    SplittableRandom random = new SplittableRandom(11);
    home.house.loops().tick();
    for (int day = 0; day < 24; day++) {
      for (int person = 0; person < PEOPLE; person++) {
        String name = "u:" + person;
        List<Integer> list = list(random, 0.33);
        shown(name, list, person % 4 == 0 ? "holdout" : "none");
        if (day < 10 && random.nextInt(4) > 0) {
          acts(subject(name), list.getFirst());
        }
      }
      pass(1);
      home.house.loops().tick();
      if (day == 15) {
        assertThat(loopAlarms())
            .singleElement()
            .satisfies(alarm -> assertThat(alarm.what()).contains("suddenly acted on less"));
      }
    }
    assertThat(loopAlarms()).isEmpty();
    assertThat(number("select count(*) from monitor_alarm where stream = 'acted'")).isOne();
    for (String figure : List.of("GINI", "POPULARITY", "COVERAGE", "HOMOGENISATION", "PSI")) {
      assertThat(
              number(
                  "select count(*) from loop_figure where whose = 'personal' and figure = '"
                      + figure
                      + "'"))
          .as(figure)
          .isGreaterThan(20);
    }
    assertThat(number("select count(*) from loop_figure where whose = 'holdout'"))
        .as("ten people are too few")
        .isZero();
    assertThat(
            number(
                "select count(*) from loop_figure where figure = 'CAUSED' and value = 1 and surface"
                    + " = 'home-row'"))
        .as("all that was done was done with what was shown")
        .isEqualTo(10);
  }

  private List<Alarm> loopAlarms() {
    return home.house.alarms().open().stream()
        .filter(alarm -> alarm.kind().equals("loop"))
        .toList();
  }

  private void told(long subject, String answer) {
    home.house
        .pools()
        .as(Power.AUDIT)
        .useHandle(handle -> handle.execute("insert into told values (?, ?)", subject, answer));
  }

  private void acts(long subject, int item) {
    short signal =
        home.house
            .declaration()
            .now()
            .number(home.house.declaration().now().policy().signal("views").orElseThrow());
    lists++;
    home.house
        .pools()
        .as(Power.WRITE)
        .useHandle(handle ->
            handle.execute(
                "insert into event (index, subject, kind, signal, item, purposes, day, kept,"
                    + " expires, message, payload) values (?, ?, 0, ?, ?, ?::smallint[], ?, ?, ?,"
                    + " ?::text::bytea, '')",
                lists,
                subject,
                signal,
                item,
                "{" + home.suggestions().number() + "}",
                today(),
                today(),
                today().plusDays(90),
                Long.toString(lists)));
  }

  /// A table in which volunteers' answers stand.
  private final class Told implements Sorting {
    @Override
    public List<Sorted> sort(Segment segment, List<Outcome> outcomes) {
      Map<Long, String> answers = new HashMap<>();
      home.house
          .pools()
          .as(Power.AUDIT)
          .useHandle(handle ->
              handle
                  .createQuery("select subject, answer from told")
                  .map((row, _) -> answers.put(row.getLong(1), row.getString(2)) == null)
                  .list());
      return outcomes.stream()
          .flatMap(one ->
              Optional.ofNullable(answers.get(one.subject())).stream()
                  .map(answer -> new Sorted(answer, one.value())))
          .toList();
    }
  }
}
