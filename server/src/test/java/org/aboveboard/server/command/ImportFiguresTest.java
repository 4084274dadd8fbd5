package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aboveboard.server.load.DataSetWriter;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.ItemLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long imports of 200,000 events take; the counts are asserted, the seconds are printed.
@Tag("full")
class ImportFiguresTest {
  private static final int SEED = 11;
  private static final int PEOPLE = 4_000;
  private static final int BOOKS = 2_000;
  private static final int EVENTS = 200_000;

  @Test
  void twoHundredThousandEventsComeIn(@TempDir Path folder) throws Exception {
    Path set = folder.resolve("set");
    write(set);
    assertThat(
            timed(
                "with evidence on the command line",
                "import",
                set.toString(),
                "--data",
                folder.resolve("given").toString(),
                "--evidence=forms on shelf 3",
                "--since=2026-10-01"))
        .contains("kept 200,000, refused 0");
    Path data = folder.resolve("none");
    assertThat(timed("set aside", "import", set.toString(), "--data", data.toString()))
        .contains("kept 0, set aside 200,000, refused 0");
    evidence(set);
    assertThat(
            timed(
                "let in by a line for each person", "import", set.toString(), "--data", "" + data))
        .contains("kept 200,000, refused 0");
  }

  private static void evidence(Path set) throws Exception {
    List<String> lines =
        IntStream.range(0, PEOPLE)
            .mapToObj(p ->
                "{\"subject\":\"p%d\",\"since\":\"2026-10-01\",\"evidence\":\"form %d\"}"
                    .formatted(p, p))
            .toList();
    Files.write(set.resolve("evidence.jsonl"), lines);
  }

  private static String timed(String what, String... words) {
    long start = System.nanoTime();
    Typed typed = Typed.of(words);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(typed.code()).as(typed.said()).isZero();
    System.out.printf(Locale.ROOT, "import of 200,000 events, %s: %.1f s%n", what, seconds);
    return typed.said();
  }

  private static void write(Path set) throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    try (DataSetWriter writer = DataSetWriter.into(set)) {
      for (int book = 0; book < BOOKS; book++) {
        writer.item(
            new ItemLine(
                "b" + book,
                "Book " + book,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of()));
      }
      for (int k = 0; k < EVENTS; k++) {
        Instant at = Typed.NOW.minus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 30)));
        writer.event(
            new EventLine(
                "u:p" + random.nextInt(PEOPLE),
                "viewed",
                "b" + random.nextInt(BOOKS),
                OptionalDouble.empty(),
                Optional.of(at),
                0));
      }
      writer.finish();
    }
  }
}
