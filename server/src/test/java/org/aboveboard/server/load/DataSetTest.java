package org.aboveboard.server.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as people have them: other line ends, other letters, other marks, broken lines.
class DataSetTest {
  @TempDir Path folder;

  private void file(String name, String text) throws IOException {
    file(name, text, UTF_8);
  }

  private void file(String name, String text, Charset letters) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(letters));
  }

  @Test
  void colonsAreReadWithAnyLineEndHalfStarsBlankLinesAndNoLastNewline() throws Exception {
    file(
        "ratings.dat",
        "\uFEFF1::122::4.5::838985046\r\n\r\n  \n1::185::4.0::838983525\n 2 :: 9007199254740993 :: 3\n3::7::5::0");
    assertThat(DataSet.open(folder).ratings())
        .containsExactly(
            new Rating(1, 122, 4.5),
            new Rating(1, 185, 4),
            new Rating(2, 9007199254740993L, 3),
            new Rating(3, 7, 5));
    Taken taken = Taken.from(folder);
    assertThat(taken.events().getFirst())
        .isEqualTo(
            new EventLine(
                "u:1",
                "rated",
                "122",
                OptionalDouble.of(4.5),
                Optional.of(Instant.ofEpochSecond(838985046)),
                1));
    assertThat(taken.events()).extracting(EventLine::line).containsExactly(1L, 4L, 5L, 6L);
    assertThat(taken.tally().refused()).isZero();
  }

  @Test
  void withoutTitlesItemsAreShownByNumberInNumericOrder() throws Exception {
    file("ratings.dat", "1::10::4\n1::9::4\n1::100::4\n");
    assertThat(Taken.from(folder).items())
        .extracting(ItemLine::title)
        .containsExactly("Film 9", "Film 10", "Film 100");
    assertThat(DataSet.open(folder).advice()).singleElement().asString().contains("movies.dat");
  }

  @Test
  void titlesAreReadInEitherAlphabetAndSaidAsPeopleSayThem() throws Exception {
    String films =
        "1::Misérables, Les (1995)::Drama|Musical\n2::Piano, The (1993)::(no genres listed)\n3::A::B (2001)::Drama\n";
    file("ratings.dat", "1::1::4\n");
    file("movies.dat", films, ISO_8859_1);
    List<ItemLine> latin = Taken.from(folder).items();
    file("movies.dat", films, UTF_8);
    assertThat(Taken.from(folder).items()).isEqualTo(latin);
    assertThat(latin)
        .extracting(ItemLine::title)
        .containsExactly("Misérables, Les (1995)", "The Piano (1993)", "A::B (2001)");
    assertThat(latin.get(0).categories()).containsExactly("Drama", "Musical");
    assertThat(latin.get(1).categories()).isEmpty();
    assertThat(latin.get(2).attributes()).containsEntry("year", "2001");
  }

  @Test
  void quotedCsvIsRead() throws Exception {
    file("ratings.csv", "userId,movieId,rating,timestamp\n1,11,4.0,964982703\n");
    file(
        "movies.csv",
        "movieId,title,genres\n11,\"American President, The (1995)\",Comedy|Drama\n12,\"\"\"Great\"\" One\",\n13,\"Open,Drama\n");
    Taken taken = Taken.from(folder);
    assertThat(taken.items())
        .extracting(ItemLine::title)
        .containsExactly("The American President (1995)", "\"Great\" One");
    assertThat(taken.whys()).containsExactly("a quote opens and does not close on its line");
    assertThat(taken.events()).hasSize(1);
  }

  @Test
  void brokenLinesAreCountedWithTheirNumbersAndNeverStopTheReading() throws Exception {
    file(
        "ratings.dat",
        "1::1::4::1\nx::1::4::1\n1::1\n1::1::lots::1\n1::1::99::1\n1::1::NaN::1\n1::1::4::soon\n"
            + "1::1::4::99999999999999999999\n-1::1::4::1\n1::99999999999999999999::4::1\nabc\n\0\0\n9::9::4::1");
    Taken taken = Taken.from(folder);
    assertThat(taken.events()).extracting(EventLine::line).containsExactly(1L, 13L);
    assertThat(taken.tally().refused()).isEqualTo(11);
    assertThat(taken.whys())
        .containsExactly(
            "the user id is not a whole number",
            "the line does not hold user, item and stars",
            "the value is not a number",
            "the rating is not between 0 and 10",
            "the value is not a finite number",
            "the time is not like 2026-01-31T10:00:00Z",
            "the time is not between 1970 and 2199",
            "the user id is below zero",
            "the item id is not a whole number",
            "the line holds zero bytes: save the file as UTF-8 text");
    assertThat(taken.tally().table()).contains("line 3, 11");
  }

  @Test
  void anOverlongLineIsRefusedAndTheNextOneKept() throws Exception {
    file("ratings.dat", "1::1::4::" + "1".repeat(3 * Lines.LONGEST) + "\n2::2::4::1\n");
    Taken taken = Taken.from(folder);
    assertThat(taken.whys()).containsExactly("the line is longer than 1 MiB");
    assertThat(taken.events()).hasSize(1);
  }

  @Test
  void packedFilesAreKnownByTheirContentAndATornOneGivesWhatItHolds() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < 50_000; k++) {
      text.append(k).append("::").append(k * 7919L % 1000).append("::4::1\n");
    }
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("ratings.dat")))) {
      out.write(text.toString().getBytes(UTF_8));
    }
    assertThat(Taken.from(folder).events()).hasSize(50_000);
    assertThat(DataSet.open(folder).approximateLines()).isBetween(45_000L, 55_000L);
    byte[] whole = Files.readAllBytes(folder.resolve("ratings.dat"));
    Files.write(folder.resolve("ratings.dat"), Arrays.copyOf(whole, whole.length / 2));
    Taken torn = Taken.from(folder);
    assertThat(torn.events()).hasSizeBetween(10_000, 40_000);
    assertThat(torn.whys()).containsExactly("the file breaks off here: fetch it again");
  }

  @Test
  void aTableIsReadByTheNamesOfItsColumns() throws Exception {
    file(
        "events.csv",
        "time,item,subject,event,value\n2026-01-31T10:00:00Z,b1,ana,viewed,\n1769853600000,\"b,2\",a:77,rate,4.5\n,b3,,viewed,\n2026-01-31,b3,u:ben,buy,\n");
    file(
        "items.csv",
        "id,title,publisher,categories,Page_Count\nb1,Tide Tables,Quay Press,Sea|Maps,212\n");
    Taken taken = Taken.from(folder);
    assertThat(taken.events())
        .extracting(EventLine::subject)
        .containsExactly("u:ana", "a:77", "u:ben");
    assertThat(taken.events())
        .extracting(EventLine::event)
        .containsExactly("viewed", "rated", "bought");
    assertThat(taken.events().get(1).at()).contains(Instant.parse("2026-01-31T10:00:00Z"));
    assertThat(taken.whys()).containsExactly("the subject is missing");
    assertThat(taken.items())
        .containsExactly(
            new ItemLine(
                "b1",
                "Tide Tables",
                Optional.of("Quay Press"),
                List.of("Sea", "Maps"),
                Optional.empty(),
                Map.of("Page_Count", "212")));
    assertThat(DataSet.open(folder).policy()).isEqualTo("bookshop");
  }

  @Test
  void brokenJsonIsRefusedLineByLine() throws Exception {
    file(
        "events.jsonl",
        """
        {"subject":"u:7","event":"viewed","item":12,"extra":{"deep":[1,2]}}
        {"subject":"u:7","event":"viewed"
        [1]
        {"subject":"u:7","subject":"u:8","event":"viewed","item":"1"}
        {"subject":"u:7","event":"viewed","item":"1"} {}
        {"subject":"u:7","event":"vie\\u0007wed","item":"1"}
        {"subject":7,"event":"rated","item":"1","value":1e999}
        {"subject":7,"event":"rated","item":"1","value":"4.5","time":"2026-01-31T10:00:00.123456Z"}
        """
            + "[".repeat(100_000));
    Taken taken = Taken.from(folder);
    assertThat(taken.events()).extracting(EventLine::line).containsExactly(1L, 8L);
    assertThat(taken.events().getFirst().item()).isEqualTo("12");
    assertThat(taken.tally().refused()).isEqualTo(7);
  }

  @Test
  void whatIsMissingIsNamedWithItsCure() throws Exception {
    assertThatThrownBy(() -> DataSet.open(folder))
        .isInstanceOf(UnknownDataSet.class)
        .hasMessageContaining("ratings.dat")
        .hasMessageContaining("events.jsonl");
    assertThatThrownBy(() -> DataSet.open(folder.resolve("nowhere")))
        .hasMessageContaining("There is no folder");
    Path inside = Files.createDirectory(folder.resolve("ml-10m"));
    Files.writeString(inside.resolve("ratings.dat"), "1::1::4::1");
    assertThatThrownBy(() -> DataSet.open(folder)).hasMessageContaining("Give " + inside);
    file("events.csv", "a,b,c\n1,2,3\n");
    assertThatThrownBy(() -> DataSet.open(folder)).hasMessageContaining("subject, event and item");
  }

  @Test
  void aPersonIsNeverPrinted() {
    EventLine event =
        new EventLine("u:ana", "viewed", "b1", OptionalDouble.empty(), Optional.empty(), 3);
    assertThat(event.toString()).doesNotContain("ana").doesNotContain("b1");
  }
}
