package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.aboveboard.policy.Correction;
import org.aboveboard.policy.Level;
import org.aboveboard.server.alarm.Cause;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.correct.Moment;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.recommend.Adjustment;
import org.aboveboard.server.recommend.Pick;
import org.aboveboard.server.recommend.Recorded;
import org.aboveboard.server.recommend.Wish;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// While an alarm stands lists are corrected inside what was declared, and each says so.
final class CorrectTest {
  private static final int BOOKS = 60;
  private static final int READERS = 60;
  private static final long SEED = 20261125;
  private static final Cause SMALL =
      new Cause("monitor:small-publishers:small", "Small publishers are shown too little");

  private static final Instant BEGINS = Instant.parse("2026-11-23T10:00:00Z");

  private static Filled filled;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(BEGINS.plus(Duration.ofSeconds(1)));
  private Filled.Copy copy;
  private Home home;

  @BeforeAll
  static void fill(@TempDir Path folder) throws Exception {
    Draft.of("bookshop", folder.resolve("policy"));
    filled = Filled.in(folder, InstantSource.fixed(BEGINS), CorrectTest::fill);
  }

  @AfterAll
  static void end() {
    filled.close();
  }

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    copy = filled.copy(folder);
    home = copy.open(now::get);
    home.settle();
  }

  private static void fill(Home home) {
    // half of the books are of small publishers; people come upon the large ones three times as
    // often
    home.house.catalogue().put(books());
    SplittableRandom chance = new SplittableRandom(SEED);
    for (int reader = 0; reader < READERS; reader++) {
      String name = "u:reader" + reader;
      home.answers(name, true);
      List<String> viewed = new ArrayList<>();
      for (int book = 0; book < BOOKS; book++) {
        if (chance.nextDouble() < (isSmall(book) ? 0.12 : 0.36)) {
          viewed.add("b" + book);
        }
      }
      home.views(name, viewed.toArray(String[]::new));
    }
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static boolean isSmall(int book) {
    return book % 2 == 0;
  }

  private static List<ItemPut> books() {
    List<ItemPut> books = new ArrayList<>();
    for (int book = 0; book < BOOKS; book++) {
      books.add(
          new ItemPut(
              "b" + book,
              "Book " + book,
              Optional.of("Publisher " + book % 5),
              List.of("books"),
              Map.of("providerSize", isSmall(book) ? "small" : "large"),
              Optional.empty(),
              true));
    }
    return books;
  }

  private Correction declared() {
    return home.row().showing().correct().orElseThrow();
  }

  private List<Moment> history() {
    return home.house.corrections().history("home-row");
  }

  /// A minute later, with the alarm standing or not.
  private void minute(boolean isAlarmed) {
    now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
    home.house.alarms().settle(isAlarmed ? List.of(SMALL) : List.of(), Set.of("monitor"));
    home.house.corrections().look();
  }

  private Recorded row(int reader) {
    Optional<String> name = Optional.of("u:reader" + reader);
    return home.house.recommend().answer(Wish.of(home.row(), name)).record();
  }

  /// The part of the first places that goes to small publishers.
  private double small() {
    double all = 0;
    double small = 0;
    for (int reader = 0; reader < READERS; reader++) {
      List<Pick> picks = row(reader).picks();
      for (int place = 0; place < picks.size(); place++) {
        double attention = 1 / Math.log(place + 2.0);
        int number = picks.get(place).item();
        var item = home.house.catalogue().find(number).orElseThrow();
        all += attention;
        small += item.attributes().containsValue("small") ? attention : 0;
      }
    }
    return small / all;
  }

  @Test
  void anAlarmTurnsItUpInsideTheEnvelopeAndItsEndTurnsItDownAStepEachEpoch() {
    assertThat(history()).isEmpty();
    minute(false);
    assertThat(history()).isEmpty();
    double highest = declared().strength().highest();
    for (int minute = 1; minute <= 12; minute++) {
      minute(true);
      double expected = Math.min(highest, minute * declared().strength().up());
      assertThat(history().getLast().strength()).isCloseTo(expected, offset(1e-12));
    }
    minute(false);
    assertThat(history().getLast().strength()).isEqualTo(highest);
    for (int epoch = 1; epoch <= 12; epoch++) {
      now.updateAndGet(at -> at.plus(Duration.ofDays(1)));
      minute(false);
      minute(false);
      double expected = Math.max(0, highest - epoch * declared().strength().down());
      assertThat(history().getLast().strength()).isCloseTo(expected, offset(1e-12));
    }
  }

  @Test
  void itMovesExposureAndEveryListStillAddsUp() {
    var answer = home.house.recommend().answer(Wish.of(home.row(), Optional.of("u:reader1")));
    assertThat(answer.denied()).isEmpty();
    assertThat(answer.record().level()).isEqualTo(Level.GENERAL);
    double before = small();
    for (int minute = 0; minute < 5; minute++) {
      minute(true);
      small();
    }
    double after = small();
    assertThat(before).isLessThan(0.4);
    assertThat(after).isGreaterThan(before + 0.05).isLessThan(0.6);
    int moved = 0;
    for (int reader = 0; reader < READERS; reader++) {
      Recorded record = row(reader);
      if (record.arm().equals("holdout")) {
        continue;
      }
      double below = Double.NEGATIVE_INFINITY;
      for (Pick pick : record.picks().reversed()) {
        assertThat(pick.addsUp()).isTrue();
        assertThat(pick.score()).isGreaterThanOrEqualTo(below - 1e-12);
        below = pick.score();
        for (Adjustment one : pick.adjustments()) {
          assertThat(one.name()).isEqualTo("fairco");
          assertThat(one.about()).isIn("small", "large");
          moved += one.places() > 0 ? 1 : 0;
        }
      }
      assertThat(record.recommId()).isEqualTo(again(reader, record).recommId());
    }
    assertThat(moved).isPositive();
  }

  /// What was recorded, as its person may read it.
  private Recorded again(int reader, Recorded record) {
    String item = home.house.catalogue().find(record.picks().getFirst().item()).orElseThrow().id();
    var why =
        home.house
            .explain()
            .why(Optional.of("u:reader" + reader), record.recommId(), item)
            .orElseThrow();
    assertThat(why.record().picks()).isEqualTo(record.picks());
    why.alternatives()
        .forEach(change -> assertThat(change.rankAfter()).isGreaterThan(record.picks().size()));
    return why.record();
  }

  @Test
  void whatItMayNotDoItProposesOnce() {
    for (int minute = 0; minute < 10; minute++) {
      minute(true);
    }
    assertThat(home.house.corrections().proposals()).isEmpty();
    now.updateAndGet(at -> at.plus(Duration.ofDays(2)));
    minute(true);
    minute(true);
    assertThat(home.house.corrections().proposals())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.isOpen()).isTrue();
          assertThat(one.what()).contains("0.04").contains("surfaces/home-row.yaml");
        });
    minute(false);
    assertThat(home.house.corrections().proposals())
        .singleElement()
        .satisfies(one -> assertThat(one.isOpen()).isFalse());
  }

  @Test
  void aRestartGoesOnWhereItStood() throws Exception {
    minute(true);
    small();
    minute(true);
    List<Moment> before = history();
    home.close();
    home = copy.open(now::get);
    assertThat(history()).isEqualTo(before);
    minute(true);
    assertThat(history()).hasSize(before.size() + 1);
  }
}
