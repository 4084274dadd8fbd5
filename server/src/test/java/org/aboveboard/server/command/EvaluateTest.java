package org.aboveboard.server.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
  private static final int SEED = 11;

  @TempDir Path folder;

  @Test
  void theReferenceIsEqualInAllSixDigits() throws Exception {
    Path shared = Path.of(System.getProperty("aboveboard.shared", "../../shared"), "data");
    Path file = shared.resolve("reference/ml100k_reference.json");
    assumeTrue(Files.exists(file), () -> "skipped: no reference at " + file);
    JsonNode reference = new ObjectMapper().readTree(Files.readString(file));
    Typed typed = Typed.of("evaluate", "--data", shared.resolve("ml-100k").toString());
    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(row(typed, "popularity")).isEqualTo(figures(reference.path("pop")));
    assertThat(reference.path("ease")).hasSize(12);
    for (JsonNode fit : reference.path("ease")) {
      assertThat(row(typed, "EASE " + fit.path("lam").asInt()))
          .as("lambda %s", fit.path("lam"))
          .isEqualTo(figures(fit));
    }
    assertThat(typed.said())
        .contains("best by ndcg100 on the people to choose by: EASE 200")
        .contains(exposure(reference.path("exposure_ease_top10")))
        .contains(exposure(reference.path("exposure_pop_top10")));
  }

  private static String row(Typed typed, String model) {
    return typed
        .said()
        .lines()
        .filter(line -> line.matches(Pattern.quote(model) + " +[0-9].*"))
        .map(line -> line.substring(model.length()).strip().replaceAll(" +", " "))
        .collect(Collectors.joining("\n"));
  }

  private static String figures(JsonNode result) {
    return Stream.of("val", "test")
        .flatMap(people ->
            Stream.of("recall20", "recall50", "ndcg100", "ndcg10", "hit10")
                .map(figure -> six(result.path(people).path(figure).asDouble())))
        .collect(Collectors.joining(" "));
  }

  private static String exposure(JsonNode exposure) {
    return "gini "
        + six(exposure.path("gini").asDouble())
        + ", coverage "
        + exposure.path("coverage").asInt()
        + " of 1395 items ("
        + six(exposure.path("coverage_frac").asDouble())
        + "), mean popularity "
        + six(exposure.path("mean_pop").asDouble());
  }

  private static String six(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  /// As MovieLens was published with 1 and 10 million ratings; with what such files hold besides.
  @Test
  void aFolderWithDoubleColonsIsMeasured() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    StringBuilder lines = new StringBuilder();
    for (int user = 1; user <= 300; user++) {
      for (int film = 1 + user % 2; film <= 60; film += 2) {
        if (random.nextInt(3) > 0) {
          String stars = random.nextInt(4) > 0 ? "4.5" : "2";
          lines.append("%d::%d::%s::97830%04d\r\n".formatted(user, 1000 * film, stars, film));
        }
      }
    }
    lines.append("\r\nnobody knows this line\r\n7::5000::five::978300000");
    Files.writeString(folder.resolve("ratings.dat"), lines, ISO_8859_1);
    Files.writeString(folder.resolve("movies.dat"), "1000::Tide: A Film (1999)::Drama\n");
    Typed typed =
        Typed.of("evaluate", "--data", folder.toString(), "--holdout", "30", "--salt", "pepper");
    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(typed.said()).contains("2 lines were passed over", "240 people to learn from");
    double popular = ndcg(row(typed, "popularity"));
    assertThat(ndcg(row(typed, "EASE 200"))).as("seed %s", SEED).isGreaterThan(popular);
    Typed again =
        Typed.of("evaluate", "--data", folder.toString(), "--holdout", "30", "--salt", "pepper");
    assertThat(again.said()).isEqualTo(typed.said());
    Typed one =
        Typed.of(
            "evaluate",
            "--data",
            folder.toString(),
            "--holdout=30",
            "--salt=pepper",
            "--lambda=10");
    assertThat(row(one, "EASE 10")).isEqualTo(row(typed, "EASE 10"));
    assertThat(row(one, "EASE 200")).isEmpty();
  }

  private static double ndcg(String row) {
    return Double.parseDouble(row.split(" ", -1)[7]);
  }

  @Test
  void tooFewPeopleAreSaidToBeTooFew() throws Exception {
    Files.writeString(folder.resolve("ratings.dat"), "1::1::5::978300000\n");
    Typed typed = Typed.of("evaluate", "--data", folder.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains("too few to hold out 200", "--holdout");
  }
}
