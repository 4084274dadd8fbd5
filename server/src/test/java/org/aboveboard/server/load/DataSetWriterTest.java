package org.aboveboard.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetWriterTest {
  private static final String LETTERS = "aZ09 \"\\,:|{}[]<&'éøşİ漢😀\u2028";

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackEqual() throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      RandomGenerator chance = new SplittableRandom(seed);
      List<ItemLine> items = new ArrayList<>();
      List<EventLine> events = new ArrayList<>();
      for (int k = 0; k < 200; k++) {
        items.add(item(chance, k));
        events.add(event(chance, k));
      }
      Path export = folder.resolve("seed" + seed);
      write(export, items, events);
      Taken taken = Taken.from(export);
      assertThat(taken.tally().refused()).as("seed %d", seed).isZero();
      assertThat(taken.items()).as("seed %d", seed).isEqualTo(items);
      assertThat(taken.events()).as("seed %d", seed).isEqualTo(events);
    }
  }

  @Test
  void anExportThatWasCutShortIsNotTakenForAWholeOne() throws IOException {
    try (DataSetWriter writer = DataSetWriter.into(folder)) {
      writer.event(event(new SplittableRandom(1), 0));
    }
    assertThat(folder.resolve("events.jsonl")).doesNotExist();
    assertThat(folder.resolve("events.jsonl.part")).exists();
  }

  private static void write(Path folder, List<ItemLine> items, List<EventLine> events)
      throws IOException {
    try (DataSetWriter writer = DataSetWriter.into(folder)) {
      for (ItemLine item : items) {
        writer.item(item);
      }
      for (EventLine event : events) {
        writer.event(event);
      }
      writer.finish();
    }
  }

  private static ItemLine item(RandomGenerator chance, int k) {
    return new ItemLine(
        "i" + k,
        "t" + word(chance),
        chance.nextBoolean() ? Optional.of(word(chance)) : Optional.empty(),
        List.of(word(chance), word(chance)),
        chance.nextBoolean() ? Optional.of(time(chance)) : Optional.empty(),
        Map.of("a" + word(chance), word(chance)));
  }

  private static EventLine event(RandomGenerator chance, int k) {
    return new EventLine(
        (chance.nextBoolean() ? "u:" : "a:") + "s" + word(chance),
        List.of("viewed", "bought", "rated").get(chance.nextInt(3)),
        "i" + word(chance),
        chance.nextBoolean() ? OptionalDouble.of(chance.nextDouble() * 5) : OptionalDouble.empty(),
        chance.nextBoolean() ? Optional.of(time(chance)) : Optional.empty(),
        k + 1);
  }

  private static Instant time(RandomGenerator chance) {
    return Instant.ofEpochSecond(chance.nextLong(7_000_000_000L), chance.nextInt(1_000_000_000));
  }

  private static String word(RandomGenerator chance) {
    int[] points = LETTERS.codePoints().toArray();
    StringBuilder word = new StringBuilder();
    for (int k = chance.nextInt(12); k >= 0; k--) {
      word.appendCodePoint(points[chance.nextInt(points.length)]);
    }
    return word.toString();
  }
}
