package org.aboveboard.server.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EpochRollTest {
  private static final String NAMED = "u:7";
  private static final byte[] WORDS = "likes b7".getBytes(StandardCharsets.UTF_8);

  private Town town;

  @BeforeEach
  void open(@TempDir Path path) throws Exception {
    town = new Town(path);
    town.safe.epochs().first(0);
  }

  @AfterEach
  void close() {
    town.close();
  }

  /// A stop, as the next line after a step would see it.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Subject person(String name) {
    return town.subjects.find(name).orElseThrow();
  }

  private void opensWhatWasSealed(Subject before, byte[] sealed) {
    Subject now = person(NAMED);
    assertThat(now.number()).isEqualTo(before.number());
    assertThat(now.open("words", sealed)).isEqualTo(WORDS);
  }

  @Test
  void theLivingGoOnAndACopyOfAnOldKeyOpensNoMore() {
    town.enrol("u:", 5_000);
    Subject kim = person(NAMED);
    byte[] sealed = kim.seal("words", WORDS);
    List<WrappedKey> copies = town.keys();
    assertThat(town.roll().roll()).isEqualTo(new Rolled.Done(2, 5_000, List.of(1)));
    assertThat(town.rows.epochs()).containsExactly(2);
    opensWhatWasSealed(kim, sealed);
    for (WrappedKey copy : copies) {
      assertThatThrownBy(() -> town.safe.wrap().unwrap(copy.wrapped().array(), copy.lookup()))
          .isInstanceOf(KeyGone.class);
    }
    assertThat(town.told).extracting(Town.Told::epoch).containsExactly(1);
    assertThat(town.told.getFirst().at()).isEqualTo(Folder.START);
  }

  @Test
  void keysOfBeforeThereWereEpochsAreTakenAlong() {
    town.enrol("u:", 10);
    Subject kim = person(NAMED);
    byte[] sealed = kim.seal("words", WORDS);
    town.keys().stream().limit(6).forEach(town::makeOld);
    opensWhatWasSealed(kim, sealed);
    assertThat(town.rows.epochs()).containsExactly(0, 1);
    assertThat(town.rows.lastBefore()).hasValue(town.keys().get(5).subject());
    assertThat(town.roll().roll()).isEqualTo(new Rolled.Done(2, 10, List.of(1)));
    assertThat(town.rows.epochs()).containsExactly(2);
    opensWhatWasSealed(kim, sealed);
  }

  @Test
  void stoppedAfterAnyStepTheNextRollFinishesIt() {
    town.enrol("u:", 100);
    Subject kim = person(NAMED);
    byte[] sealed = kim.seal("words", WORDS);
    for (Step last : Step.values()) {
      int old = town.safe.epochs().newest().number();
      Subject gone = person("u:" + (40 + old));
      town.erase(gone);
      town.told.clear();
      assertThatThrownBy(() -> town.roll(step -> stopAfter(last, step)).roll())
          .as("stopped after %s", last)
          .isInstanceOf(Stopped.class);
      opensWhatWasSealed(kim, sealed);
      boolean isUnfinished = last != Step.ENDED;
      assertThat(town.roll().isDue(Duration.ofDays(30))).as("%s", last).isEqualTo(isUnfinished);
      if (isUnfinished) {
        assertThat(town.roll().roll()).isInstanceOf(Rolled.Done.class);
      }
      opensWhatWasSealed(kim, sealed);
      hasEnded(old, last, gone);
    }
  }

  private static void stopAfter(Step last, Step step) {
    if (step == last) {
      throw new Stopped();
    }
  }

  /// The epoch is gone without a trace, and it was told of with whoever was erased in it.
  private void hasEnded(int old, Step last, Subject gone) {
    assertThat(town.rows.epochs()).as("%s", last).containsExactly(old + 1);
    assertThat(town.safe.epochs().numbers()).as("%s", last).containsExactly(old + 1);
    assertThat(town.folder.path.resolve("epochs"))
        .as("%s", last)
        .isDirectoryNotContaining("glob:**/" + old + ".{key,destroying,destroyed}");
    assertThat(town.told).as("%s", last).isNotEmpty().allMatch(told -> told.epoch() == old);
    assertThat(town.told.getFirst().everywhere())
        .as("%s", last)
        .extracting(Erased::lookup)
        .containsExactly(gone.lookup());
    assertThat(town.safe.erasures().all()).as("%s", last).isEmpty();
  }

  @Test
  void aRowThatWasReadJustBeforeARollOpensAllTheSame() {
    town.enrol("u:", 10);
    Subject kim = person(NAMED);
    byte[] sealed = kim.seal("words", WORDS);
    WrappedKey read =
        town.keys().stream().filter(row -> row.subject() == kim.number()).findFirst().orElseThrow();
    town.roll().roll();
    Subject late = town.subjects.of(kim.number(), kim.lookup(), read.wrapped().array());
    assertThat(late.open("words", sealed)).isEqualTo(WORDS);
    town.erase(kim);
    assertThatThrownBy(() -> town.subjects.of(kim.number(), kim.lookup(), read.wrapped().array()))
        .isInstanceOf(KeyGone.class);
  }

  @Test
  void everyStepIsReached() {
    town.enrol("u:", 3);
    Set<Step> reached = EnumSet.noneOf(Step.class);
    town.roll(reached::add).roll();
    assertThat(reached).containsExactlyInAnyOrder(Step.values());
  }

  @Test
  void whoComesOrGoesDuringARollIsNeitherLostNorBroughtBack() throws Exception {
    long seed = 20261124;
    System.out.println("EpochRollTest seed " + seed);
    town.enrol("u:", 3_000);
    SubjectStore elsewhere = town.elsewhere();
    Map<String, byte[]> sealed = new ConcurrentHashMap<>();
    Set<String> erased = ConcurrentHashMap.newKeySet();
    AtomicBoolean isOver = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int node = 0; node < 4; node++) {
        SubjectStore store = node % 2 == 0 ? town.subjects : elsewhere;
        String prefix = "n" + node + ":";
        SplittableRandom random = new SplittableRandom(seed + node);
        all.add(
            threads.submit(() -> {
              for (int i = 0; !isOver.get(); i++) {
                String name = prefix + i;
                Subject subject = store.enrol(List.of(name)).values().iterator().next();
                sealed.put(name, subject.seal("words", WORDS));
                if (random.nextInt(4) == 0) {
                  town.erase(store.find(name).orElseThrow());
                  erased.add(name);
                }
              }
            }));
      }
      for (int roll = 0; roll < 6; roll++) {
        assertThat(town.roll().roll()).isNotInstanceOf(Rolled.Busy.class);
      }
      isOver.set(true);
      for (Future<?> thread : all) {
        thread.get();
      }
    }
    assertThat(town.roll().roll()).isInstanceOf(Rolled.Done.class);
    assertThat(town.rows.epochs()).hasSize(1);
    Set<String> living = new HashSet<>(sealed.keySet());
    living.removeAll(erased);
    assertThat(erased).isNotEmpty();
    Map<String, Subject> found = town.subjects.find(sealed.keySet());
    assertThat(found.keySet()).isEqualTo(living);
    found.forEach((name, subject) ->
        assertThat(subject.open("words", sealed.getOrDefault(name, new byte[0])))
            .as(name)
            .isEqualTo(WORDS));
  }

  @Test
  void aNodeThatHasNotLookedForLongEnrolsUnderTheNewestEpoch() throws Exception {
    SubjectStore elsewhere = town.elsewhere();
    elsewhere.enrol(List.of("u:first"));
    town.roll().roll();
    elsewhere.enrol(List.of("u:second"));
    assertThat(town.rows.epochs()).containsExactly(2);
    assertThat(elsewhere.find(List.of("u:first", "u:second"))).hasSize(2);
  }

  @Test
  void whoWasErasedAndIsBackIsNotTakenAlongAndKeepsTheEpochUntilTheyGo() {
    Map<String, Subject> people = town.enrol("u:", 10);
    WrappedKey copy = town.keys().get(4);
    Subject gone =
        people.values().stream()
            .filter(s -> s.number() == copy.subject())
            .findFirst()
            .orElseThrow();
    town.erase(gone);
    town.restore(copy);
    assertThat(town.roll().roll()).isEqualTo(new Rolled.Left(2, 1));
    assertThat(town.safe.epochs().numbers()).containsExactly(1, 2);
    assertThat(town.subjects.erasedBefore()).singleElement().satisfies(town::erase);
    assertThat(town.roll().roll()).isEqualTo(new Rolled.Done(2, 0, List.of(1)));
    assertThat(town.told).hasSize(1);
    assertThat(town.safe.erasures().all()).extracting(Erased::epoch).containsExactly(2);
  }

  @Test
  void whoWasOnceUnderTheRootItselfStaysInTheErasuresFile(@TempDir Path other) throws Exception {
    Town old = new Town(other);
    try {
      old.safe.epochs().first(1);
      Map<String, Subject> people = old.enrol("u:", 2);
      people.values().forEach(old::erase);
      old.roll().roll();
      assertThat(old.safe.erasures().all())
          .singleElement()
          .satisfies(line -> assertThat(line.epoch()).isEqualTo(Wrap.BEFORE));
      assertThat(old.told.getFirst().everywhere()).hasSize(1);
    } finally {
      old.close();
    }
  }

  @Test
  void aRollIsDueWhenItsTimeHasCome() {
    assertThat(town.roll().isDue(Duration.ofDays(30))).isFalse();
    town.folder.pass(Duration.ofDays(30));
    assertThat(town.roll().isDue(Duration.ofDays(30))).isTrue();
    town.roll().roll();
    assertThat(town.roll().isDue(Duration.ofDays(30))).isFalse();
  }

  @Test
  void twoRollsAtOnceAreOne() {
    List<Rolled> second = new ArrayList<>();
    town.roll(
            step -> {
              if (step == Step.SETTLED) {
                second.add(town.roll().roll());
              }
            })
        .roll();
    assertThat(second).containsExactly(new Rolled.Busy());
    assertThat(town.safe.epochs().numbers()).containsExactly(2);
  }

  @Test
  void theOldKeyIsInNoFileOfTheFolder() throws Exception {
    String before =
        Files.readString(town.folder.path.resolve("epochs/1.key")).lines().toList().get(4);
    town.roll().roll();
    try (var files = Files.walk(town.folder.path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).content(StandardCharsets.ISO_8859_1).doesNotContain(before);
      }
    }
  }
}
