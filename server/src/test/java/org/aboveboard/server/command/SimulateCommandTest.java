package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulateCommandTest {
  private static final String SMALL =
      """
      question: Who is shown?
      policy: bookshop
      seed: 7
      people: 12
      items: 40
      rounds: 4
      listLength: 5
      start: {shown: 5, largeIsShown: 3}
      """;

  @TempDir static Path folder;

  private static String first = "";

  @BeforeAll
  static void once() throws Exception {
    first = simulation("first");
  }

  @Test
  void theSameScenarioGivesTheSameFileTwice() throws Exception {
    assertThat(first)
        .contains("aboveboard-simulation@v1", "\"seed\" : 7")
        .doesNotContain("NaN", folder.toString());
    assertThat(simulation("second")).isEqualTo(first);
  }

  @Test
  void aReportSaysFirstWhatCameOutAndRunsNoScript() throws Exception {
    String page = Files.readString(folder.resolve("first/simulation.html"));
    assertThat(page)
        .contains("<h1>Who is shown?</h1>", "12 made-up people", "Over all days the groups were")
        .doesNotContain("<script", "http:", "https:", "NaN");
    assertThat(page.indexOf("12 made-up people")).isLessThan(page.indexOf("<figure"));
  }

  @Test
  void anUnknownScenarioIsToldThoseThereAre() {
    assertRefused(Typed.of("simulate", "heat-death", "--report", "out"), "feedback-loop");
  }

  @Test
  void aReportNeedsAFolder() {
    assertRefused(Typed.of("simulate", "feedback-loop"), "--report FOLDER");
  }

  @Test
  void aFaultyScenarioIsToldWholeAndNothingIsWritten() throws Exception {
    Path file = written(SMALL.replace("people: 12", "people: 0").replace("seed: 7", "seed: -7"));
    Path out = folder.resolve("none");
    Typed typed = Typed.of("simulate", file + "", "--report", out + "");
    assertRefused(typed, "'people' is 0");
    assertThat(typed.said()).contains("'seed' is -7");
    assertThat(out).doesNotExist();
  }

  @Test
  void anUnknownPolicyOrSurfaceIsTold() throws Exception {
    Path file = written(SMALL);
    String out = folder.resolve("out") + "";
    assertRefused(
        Typed.of("simulate", file + "", "--report", out, "--policy", "nowhere"),
        "no policy folder");
    Path elsewhere = written(SMALL + "surface: moon\n");
    assertRefused(Typed.of("simulate", elsewhere + "", "--report", out), "home-row");
    assertRefused(Typed.of("simulate", file + "", "--report", out, "--seed", "x"), "--seed");
  }

  private static void assertRefused(Typed typed, String told) {
    assertThat(typed.code()).as(typed.said()).isEqualTo(Main.ASKED_WRONGLY);
    assertThat(typed.said()).contains(told);
  }

  private static String simulation(String name) throws Exception {
    Path out = folder.resolve(name);
    Typed typed = Typed.of("simulate", written(SMALL) + "", "--report", out + "");
    assertThat(typed.code()).as(typed.said()).isEqualTo(Main.DONE);
    return Files.readString(out.resolve("simulation.json"));
  }

  private static Path written(String text) throws Exception {
    return Files.writeString(folder.resolve("small.yaml"), text);
  }
}
