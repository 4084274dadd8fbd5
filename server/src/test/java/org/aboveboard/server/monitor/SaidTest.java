package org.aboveboard.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.server.chart.Chart;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.monitor.Course.State;
import org.aboveboard.server.monitor.MonitorStore.Kept;
import org.aboveboard.server.monitor.MonitorStore.Row;
import org.aboveboard.server.monitor.Monitors.Known;
import org.aboveboard.server.monitor.Reading.Person;
import org.aboveboard.server.web.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a monitor says to people, whatever it was given.
final class SaidTest {
  private static final Instant BEGUN = Instant.parse("2026-11-23T10:00:00Z");
  private static final Map<String, Double> TARGET = Map.of("small", 0.4, "large", 0.6);

  @TempDir private Path folder;
  private Optional<Watched> read = Optional.empty();

  @BeforeEach
  void read() {
    Policy policy = Draft.of("bookshop", folder).read().policy();
    read = Watched.of(policy, policy.monitor("small-publishers").orElseThrow());
  }

  private Watched watched() {
    return read.orElseThrow();
  }

  private static List<Person> people(int count, double small) {
    List<Person> people = new ArrayList<>();
    for (int person = 0; person < count; person++) {
      people.add(new Person(Map.of("small", small, "large", 1 - small)));
    }
    return people;
  }

  /// What it says after epochs in which this was read.
  private Said after(Reading... readings) {
    State state = Course.begin(watched().plan());
    long first = watched().epochs().of(LocalDate.parse("2026-11-23"));
    List<Row> rows = new ArrayList<>();
    for (int epoch = 0; epoch < readings.length; epoch++) {
      Course course = Course.of(watched().plan(), state);
      long number = first + epoch;
      course
          .close(number, readings[epoch], BEGUN)
          .found()
          .forEach(one -> rows.add(new Row(number, watched().epochs().begins(number), one)));
      state = course.state();
    }
    Kept kept = new Kept(watched().name(), BEGUN, first + readings.length - 1, Memory.write(state));
    return new Said(
        watched(), Optional.of(new Known(watched(), kept, state, Standing.of(state))), rows);
  }

  private static String fact(Said said, String name) {
    return said.facts().stream()
        .filter(fact -> fact.name().equals(name))
        .map(Fact::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void beforeItHasSeenAnythingItSaysWhenItWill() {
    assertThat(new Said(watched(), Optional.empty(), List.of()).sentence())
        .isEqualTo("It begins within a minute.");
    assertThat(after().sentence()).isEqualTo("It has begun. The first look is on 24 Nov 2026.");
    assertThat(after().state().word()).isEqualTo("Nothing yet");
  }

  @Test
  void whereThereIsNothingToCompareItSaysWhy() {
    assertThat(after(new Reading(TARGET, List.of(), 0, 0)).sentence())
        .isEqualTo("Nobody who agreed to be measured was shown anything yet.");
    assertThat(after(new Reading(TARGET, List.of(), 30, 0)).sentence())
        .startsWith("Of what was shown nothing belongs to a group");
    assertThat(after(new Reading(Map.of(), people(30, 0.4), 0, 0)).sentence())
        .startsWith("No two groups had ");
  }

  @Test
  void everybodyTheSameIsNoAlarm() {
    Said said = after(new Reading(TARGET, people(30, 0.4), 0, 0));
    assertThat(said.sentence()).isEqualTo("So far nothing speaks against it.");
    assertThat(said.state().word()).isEqualTo("Holds so far");
    assertThat(fact(said, "Whom")).isEqualTo("all who agreed to be measured, 30 the last time");
  }

  @Test
  void fewPeopleAreNotShown() {
    Said said = after(new Reading(TARGET, people(19, 0.4), 0, 0));
    assertThat(said.charts()).isEmpty();
    assertThat(fact(said, "Whom")).startsWith("not shown: fewer than 20 people");
  }

  @Test
  void aBrokenPromiseIsNamedAndDrawn() {
    Reading unfair = new Reading(TARGET, people(60, 0.1), 0, 0);
    Said said = after(unfair, unfair, unfair);
    assertThat(said.state().word()).isEqualTo("Promise broken");
    assertThat(said.sentence())
        .isEqualTo(
            "Since 23 Nov 2026, 10:00 UTC: small publishers get less than four fifths of what the"
                + " others get.");
    assertThat(said.charts())
        .extracting(Chart::question)
        .containsExactly(
            "What does each group get?",
            "How did that go for large publishers?",
            "How did that go for small publishers?");
    assertThat(said.charts().getFirst().rows())
        .anySatisfy(row -> assertThat(row).startsWith("small publishers", "60", "0.2500"));
  }

  @Test
  void aGroupThatHasNothingToShowIsSaidSo() {
    Reading reading = new Reading(Map.of("small", 0.0, "large", 1.0), people(30, 0), 0, 0);
    assertThat(after(reading).charts().getFirst().rows())
        .anySatisfy(row ->
            assertThat(row).contains("small publishers", "not shown: it has nothing to show"));
  }
}
