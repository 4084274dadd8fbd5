package org.aboveboard.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all may be brought in as a data set or as evidence: each line is kept or refused.
class DataSetFuzzTest {
  @TempDir private static Path folder;

  @MethodSource("tables")
  @FuzzTest
  void aTableIsKeptOrRefusedLineByLine(byte[] bytes) throws IOException {
    read("table", "csv", bytes);
  }

  @MethodSource("lines")
  @FuzzTest
  void jsonLinesAreKeptOrRefused(byte[] bytes) throws IOException {
    read("json", "jsonl", bytes);
  }

  private static void read(String name, String kind, byte[] bytes) throws IOException {
    Path set = Files.createDirectories(folder.resolve(name));
    Files.write(set.resolve("events." + kind), bytes);
    Files.write(set.resolve("items." + kind), bytes);
    Path proven = Files.createDirectories(folder.resolve("proven-" + name));
    Files.writeString(proven.resolve("events." + kind), "subject,event,item\n");
    Files.write(proven.resolve("evidence." + kind), bytes);
    try {
      List<EvidenceLine> evidence = new ArrayList<>();
      DataSet.open(proven).evidence(evidence::add, new Tally()::refuse);
      assertThat(evidence).allMatch(line -> !line.evidence().isBlank());
      assertThat(Taken.from(set).events()).allMatch(event -> event.subject().length() > 2);
    } catch (UnknownDataSet unknown) {
      assertThat(unknown).hasMessageContaining("A folder is read when it holds");
    }
  }

  static Stream<Arguments> tables() {
    return seeds(
        "subject,event,item,value,time\nu:1,rated,b,4.5,2026-01-31\nu:2,viewed,\"b\"\"\n\",,\n",
        "subject,purpose,since,until,evidence\nu:1,recommendations,2026-01-31,,letter 7\n",
        "id,title,categories\nb,\"B, or not\",x|y\n",
        "\uFEFF\"");
  }

  static Stream<Arguments> lines() {
    return seeds(
        "{\"subject\":\"u:1\",\"event\":\"rated\",\"item\":\"b\",\"value\":4.5,\"time\":\"2026-01-31T00:00:00Z\"}\n",
        "{\"subject\":\"*\",\"purpose\":\"p\",\"since\":\"2026-01-31\",\"evidence\":\"letter 7\"}\n",
        "{\"id\":\"b\",\"title\":\"B\",\"categories\":[\"x\"],\"attributes\":{\"a\":1}}\n",
        "[".repeat(3_000));
  }

  private static Stream<Arguments> seeds(String... seeds) {
    return Stream.of(seeds).map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
