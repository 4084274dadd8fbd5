package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportingTest {
  @TempDir static Path folder;

  @Test
  void aReportNamesTheChosenModelAndShowsNoSmallGroup() throws Exception {
    var random = new SplittableRandom(5);
    var ratings = new StringBuilder();
    var people = new StringBuilder();
    for (int user = 1; user <= 150; user++) {
      people.append(user).append("|30|").append(user <= 3 ? "X" : user % 2 == 0 ? "F" : "M");
      people.append("|clerk|0\n");
      for (int k = 0; k < 15; k++) {
        int item = 1 + random.nextInt(20) + (user % 2) * 15;
        ratings.append(user + "\t" + item + "\t5\t" + k + "\n");
      }
    }
    Path data = Files.createDirectories(folder.resolve("made-up"));
    Files.writeString(data.resolve("u.data"), ratings);
    Files.writeString(data.resolve("u.user"), people);
    Path out = folder.resolve("out");
    var printed = new ByteArrayOutputStream();
    var clock = InstantSource.system();
    var terminal =
        new Terminal(
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            false,
            clock,
            Path.of("..").toAbsolutePath().normalize(),
            clock.instant());
    int code =
        Main.run(
            List.of(
                "evaluate",
                "--data",
                data + "",
                "--report",
                out + "",
                "--holdout",
                "40",
                "--lambda",
                "20"),
            Map.of(),
            terminal);
    assertThat(code).as(printed.toString(StandardCharsets.UTF_8)).isEqualTo(Main.DONE);
    String json = Files.readString(out.resolve("evaluation.json"));
    assertThat(json).contains("aboveboard-evaluation@v1").contains("\"chosen\"");
    assertThat(json).contains("\"notShown\"").doesNotContain("\"X\"").doesNotContain("NaN");
    assertThat(Files.readString(out.resolve("evaluation.html")))
        .contains("of those that can be served, it guessed best for 40 people to choose by")
        .contains("(chosen)")
        .contains("nothing is shown: a group is too small")
        .contains("most chosen fifth")
        .doesNotContain("guesses best")
        .doesNotContain("<script");
  }

  @Test
  void aScaleOfOnesOwnDoesNotGoWithAReport() throws Exception {
    var printed = new ByteArrayOutputStream();
    var clock = InstantSource.system();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    var terminal = new Terminal(out, false, clock, folder, clock.instant());
    int code =
        Main.run(
            List.of("evaluate", "--data", folder + "", "--report", folder + "", "--xi", "0.3"),
            Map.of(),
            terminal);
    assertThat(code).isNotEqualTo(Main.DONE);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Leave --xi out");
  }
}
