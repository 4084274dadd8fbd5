package org.aboveboard.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in a file, each line that is not blank is kept or refused, and nothing is
/// thrown.
class AnyBytesTest {
  private static final List<String> SCRAPS =
      List.of(
          "1",
          "::",
          "\t",
          ",",
          "|",
          "\"",
          "\n",
          "\r\n",
          "4.5",
          "{",
          "}",
          "[",
          ":",
          "\"subject\"",
          "u:7",
          "null",
          "-",
          "e9",
          "é",
          "\u0000",
          "2026-01-31",
          " ",
          "\uFEFF",
          "\\u00",
          "NaN");

  @TempDir Path folder;

  @Test
  void anyBytesAreReadWithoutAnError() throws Exception {
    for (long seed = 0; seed < 300; seed++) {
      RandomGenerator chance = new SplittableRandom(seed);
      for (String name : List.of("u.data", "u.item", "u.genre")) {
        Files.write(folder.resolve(name), bytes(chance, ""));
      }
      readWhole(folder, seed);
      Path other = Files.createDirectories(folder.resolve("json"));
      Files.write(other.resolve("events.jsonl"), bytes(chance, ""));
      Files.write(other.resolve("items.jsonl"), bytes(chance, ""));
      readWhole(other, seed);
      Path table = Files.createDirectories(folder.resolve("table"));
      Files.write(table.resolve("events.csv"), bytes(chance, "subject,event,item,value,time\n"));
      Files.write(table.resolve("items.csv"), bytes(chance, ""));
      readWhole(table, seed);
    }
  }

  private static void readWhole(Path folder, long seed) throws UnknownDataSet {
    try {
      Taken taken = Taken.from(folder);
      assertThat(taken.events()).allMatch(event -> event.subject().length() > 2);
      assertThat(DataSet.open(folder).approximateLines()).isPositive();
    } catch (RuntimeException e) {
      throw new AssertionError("fails for seed " + seed, e);
    }
  }

  private static byte[] bytes(RandomGenerator chance, String start) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(start.getBytes(StandardCharsets.UTF_8));
    for (int k = chance.nextInt(400); k >= 0; k--) {
      if (chance.nextInt(20) == 0) {
        bytes.write(chance.nextInt(256));
      } else {
        String scrap = SCRAPS.get(chance.nextInt(SCRAPS.size()));
        bytes.write(scrap.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
