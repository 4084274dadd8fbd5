package org.aboveboard.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.aboveboard.fairness.watch.Claim;
import org.aboveboard.server.monitor.Course.Closed;
import org.aboveboard.server.monitor.Course.Found;
import org.aboveboard.server.monitor.Course.Plan;
import org.aboveboard.server.monitor.Course.State;
import org.aboveboard.server.monitor.Lane.Turn;
import org.aboveboard.server.monitor.Reading.Person;
import org.junit.jupiter.api.Test;

/// How a monitor goes on, on made-up epochs.
final class CourseTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final Map<String, Double> TARGET = Map.of("small", 0.4, "large", 0.6);
  private static final Plan EXPOSURE =
      new Plan(
          List.of("small", "large"),
          List.of("small", "large"),
          false,
          Claim.fourFifths(),
          0.05,
          20);
  private static final Plan ACTED =
      new Plan(
          List.of("young", "old", "other"),
          List.of("young", "old", "other"),
          true,
          new Claim.Within(0.05),
          0.05,
          20);

  /// People whose lists give the small this share on average.
  private static Reading lists(SplittableRandom random, int people, double share) {
    List<Person> all = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      double small = Math.clamp(share + (random.nextDouble() - 0.5) * 0.4, 0, 1);
      all.add(new Person(Map.of("small", small, "large", 1 - small)));
    }
    return new Reading(TARGET, all, 0, 0);
  }

  /// People of the three groups, who act with the chance that theirs has.
  private static Reading acts(SplittableRandom random, int people, Map<String, Double> chances) {
    List<Person> all = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      String group = ACTED.groups().get(random.nextInt(3));
      all.add(
          new Person(
              Map.of(group, random.nextDouble() < chances.getOrDefault(group, 0.0) ? 1.0 : 0.0)));
    }
    return new Reading(Map.of(), all, 0, people);
  }

  /// What every epoch brought; the state goes through text and back between any two.
  private static List<Closed> run(Plan plan, List<Reading> epochs) {
    List<Closed> closed = new ArrayList<>();
    State state = Course.begin(plan);
    for (int epoch = 0; epoch < epochs.size(); epoch++) {
      Course course = Course.of(plan, Memory.read(Memory.write(state), State.class));
      closed.add(course.close(epoch, epochs.get(epoch), NOW));
      state = course.state();
    }
    return closed;
  }

  private static List<String> turns(List<Closed> epochs) {
    return epochs.stream()
        .flatMap(epoch -> epoch.turned().stream())
        .map(one -> one.stream() + " " + (one.turn() instanceof Turn.Raised ? "raised" : "cleared"))
        .toList();
  }

  @Test
  void aBiasIsFoundOnceAndEndsWhenItIsGone() {
    SplittableRandom random = new SplittableRandom(11);
    List<Reading> epochs = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      epochs.add(lists(random, 50, day < 10 ? 0.25 : 0.42));
    }
    assertThat(turns(run(EXPOSURE, epochs))).containsExactly("small raised", "small cleared");
  }

  @Test
  void aGroupOfTooFewIsComparedWithNobody() {
    SplittableRandom random = new SplittableRandom(3);
    List<Reading> few = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      few.add(acts(random, 24, Map.of("young", 1.0, "other", 1.0)));
    }
    assertThat(turns(run(ACTED, few))).isEmpty();
    List<Reading> alone = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      alone.add(lists(random, 19, 0));
    }
    assertThat(turns(run(EXPOSURE, alone))).isEmpty();
    assertThat(turns(run(EXPOSURE, List.of(lists(random, 60, 0))))).containsExactly("small raised");
  }

  @Test
  void withoutABiasItStaysQuiet() {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Reading> epochs = new ArrayList<>();
      for (int day = 0; day < 30; day++) {
        epochs.add(lists(random, 50, 0.38));
      }
      assertThat(turns(run(EXPOSURE, epochs))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void aGroupThatActsLessIsFoundWhateverTheOrderOfGroups() {
    SplittableRandom random = new SplittableRandom(5);
    List<Reading> epochs = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      epochs.add(acts(random, 90, Map.of("young", 0.5, "old", 0.2, "other", 0.5)));
    }
    assertThat(turns(run(ACTED, epochs))).contains("old raised").doesNotContain("old cleared");
  }

  @Test
  void groupsThatActAlikeStayQuiet() {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Reading> epochs = new ArrayList<>();
      for (int day = 0; day < 20; day++) {
        epochs.add(acts(random, 90, Map.of("young", 0.3, "old", 0.33, "other", 0.3)));
      }
      assertThat(turns(run(ACTED, epochs))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void whatWentThroughTextGoesOnBitForBit() {
    SplittableRandom random = new SplittableRandom(3);
    Course whole = Course.of(ACTED, Course.begin(ACTED));
    State kept = Course.begin(ACTED);
    for (int day = 0; day < 12; day++) {
      Reading reading = acts(random, 61, Map.of("young", 0.5, "old", 0.1, "other", 0.4));
      Closed without = whole.close(day, reading, NOW);
      Course again = Course.of(ACTED, Memory.read(Memory.write(kept), State.class));
      assertThat(again.close(day, reading, NOW)).isEqualTo(without);
      kept = again.state();
      assertThat(Memory.write(kept)).isEqualTo(Memory.write(whole.state()));
    }
  }

  @Test
  void ofPeopleNothingIsKeptButTheValuesOfThoseWhoWait() {
    Course course = Course.of(ACTED, Course.begin(ACTED));
    course.close(
        0, acts(new SplittableRandom(1), 50, Map.of("young", 1.0, "old", 1.0, "other", 1.0)), NOW);
    assertThat(course.state().pairing().orElseThrow().seen()).isEmpty();
  }

  @Test
  void aGroupBelowTheFloorIsNotShownAndNeitherIsWhatWouldGiveItAway() {
    List<Person> people = new ArrayList<>();
    for (int person = 0; person < 69; person++) {
      String group = person < 40 ? "young" : person < 65 ? "old" : "other";
      people.add(new Person(Map.of(group, person % 2 == 0 ? 1.0 : 0.0)));
    }
    Closed closed =
        Course.of(ACTED, Course.begin(ACTED)).close(0, new Reading(Map.of(), people, 0, 0), NOW);
    assertThat(closed.found()).extracting(Found::group).containsExactly("young");
  }

  @Test
  void nothingOneGroupAndTheSameForAllAreNoAlarm() {
    Reading nothing = new Reading(TARGET, List.of(), 0, 0);
    Reading noTarget =
        new Reading(Map.of(), lists(new SplittableRandom(1), 50, 0.3).people(), 0, 0);
    Reading oneGroup =
        new Reading(
            Map.of("small", 1.0, "large", 0.0), same(Map.of("small", 1.0, "large", 0.0)), 0, 0);
    Reading constant = new Reading(TARGET, same(Map.of("small", 0.4, "large", 0.6)), 0, 0);
    List<Reading> epochs = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      epochs.addAll(List.of(nothing, noTarget, oneGroup, constant));
    }
    assertThat(turns(run(EXPOSURE, epochs))).isEmpty();
    assertThat(run(EXPOSURE, List.of(nothing)).getFirst().found()).isEmpty();
  }

  private static List<Person> same(Map<String, Double> values) {
    return Stream.generate(() -> new Person(values)).limit(50).toList();
  }

  @Test
  void whatIsNoOutcomeIsRefused() {
    for (double value : new double[] {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Person(Map.of("small", value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("between 0 and 1");
    }
  }
}
