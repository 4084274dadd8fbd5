package org.aboveboard.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.monitor.Corrected.Done;
import org.aboveboard.server.monitor.Means;
import org.aboveboard.server.simulate.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What has happened in a demonstration before anybody looks, by its real server.
class FortnightTest {
  private static final int PEOPLE = 400;
  private static final Instant NOW = Typed.NOW;
  private static final String MONITOR = "small-publishers";

  @TempDir private Path folder = Path.of(".");

  @Test
  void thePlantedBiasIsFoundNamedAndCorrectedBeforeAnybodyLooks() throws Exception {
    Stage stage = new Stage.Books();
    Days days = Days.from(stage.begins(NOW), InstantSource.fixed(NOW));
    try (House house = open(days)) {
      stage.fill(house, terminal(), PEOPLE, folder);
      stage.pass(house, days, terminal());
      days.catchUp();

      assertThat(house.clock().instant()).isEqualTo(NOW);
      List<Double> small = Means.of(house, MONITOR, "small");
      System.out.println(
          "small publishers: "
              + small
              + Means.sentence(house, MONITOR)
              + house.monitors().state(MONITOR)
              + Means.alarms(house, MONITOR)
              + house.corrected().because(MONITOR));
      assertThat(small.getFirst()).as("at first").isLessThan(0.4);
      assertThat(small.subList(7, small.size())).as("later").allMatch(mean -> mean > 0.5);
      assertThat(Means.alarms(house, MONITOR)).allMatch(alarm -> alarm.startsWith("small"));
      assertThat(Means.sentence(house, MONITOR)).containsIgnoringCase("small publishers");
      List<Done> done = house.corrected().because(MONITOR);
      assertThat(done).isNotEmpty();
      assertThat(done.getLast().sentence()).contains("lists were corrected").contains("alarm");
    }
  }

  private static Terminal terminal() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    return new Terminal(nowhere, false, InstantSource.fixed(NOW), Path.of(".."), NOW);
  }

  private House open(Days days) throws Exception {
    Path root = Path.of(System.getProperty("aboveboard.root", ".."));
    Path policy = root.resolve("policies/bookshop");
    return House.open(
        PolicyFiles.read(policy),
        new Options(folder.resolve("instance"), policy, Optional.empty(), true, 200, 0),
        days,
        InstantSource.system(),
        new SplittableRandom(7));
  }
}
