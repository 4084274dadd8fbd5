package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.server.consent.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An evaluation on the store of a house that runs, with real consents.
final class EvaluateOwnPeopleTest {
  private static final long SEED = 23;
  private static final int PEOPLE = 61;
  private static final How HOW = How.page("privacy-options");

  @Test
  void onlyWhoAgreedIsMeasuredOnAndTooFewAreRefused(@TempDir Path folder) throws Exception {
    try (Premises shop = new Premises(folder)) {
      fill(shop, "agreed", PEOPLE, "--evidence", "signed forms", "--since", "2026-01-31");
      fill(shop, "silent", 30);

      JsonNode all = evaluated(folder, "all");
      assertThat(people(all)).as("seed %s", SEED).isEqualTo(PEOPLE);
      assertThat(all.path("data").path("isLive").asBoolean()).isTrue();
      assertThat(all.path("segments")).isEmpty();
      assertThat(curve(all, "how long acts are kept").path("points")).isNotEmpty();
      JsonNode signals = curve(all, "each kind of act that is learnt from").path("points");
      assertThat(signals)
          .extracting(point -> point.path("setting").asText())
          .containsExactly("without purchases", "without views", "all");
      assertThat(signals.path(0).path("across").asDouble()).isBetween(1.0, 99.0);
      assertThat(Files.readString(folder.resolve("all/evaluation.html")))
          .contains("what people agreed to be learnt from", "What is given up for what");

      takesBack(shop, "u:agreed0");
      assertThat(people(evaluated(folder, "fewer"))).isEqualTo(PEOPLE - 1);

      takesBack(shop, "u:agreed1");
      Typed refused = typed(folder, "refused", "--holdout", "20");
      assertThat(refused.code()).as(refused.said()).isEqualTo(Main.ASKED_WRONGLY);
      assertThat(refused.said()).contains("fewer than 60", "smaller --holdout, down to 20");
      assertThat(folder.resolve("refused")).doesNotExist();

      Typed small = typed(folder, "small", "--holdout", "5");
      assertThat(small.said()).contains("fewer than 20 people are not shown", "--holdout");
    }
  }

  private static void fill(Premises shop, String name, int people, String... evidence)
      throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> events = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      for (int book = person % 2; book < 24; book += 2) {
        if (book < 10 || random.nextInt(3) > 0) {
          String what = book % 3 == 0 ? "bought" : "viewed";
          events.add(shop.event("u:" + name + person, what, "b" + book, 2 + random.nextInt(20)));
        }
      }
    }
    shop.bring(shop.set(name, events.toArray(String[]::new)), evidence);
  }

  private static void takesBack(Premises shop, String name) {
    shop.house.rights().choose().withdraw(name, shop.suggestions(), HOW);
  }

  private static JsonNode evaluated(Path folder, String out) throws Exception {
    Typed typed = typed(folder, out, "--holdout", "20", "--lambda", "20");
    assertThat(folder.resolve(out)).as(typed.said()).isDirectory();
    return new ObjectMapper()
        .readTree(Files.readString(folder.resolve(out).resolve("evaluation.json")));
  }

  private static Typed typed(Path folder, String out, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--data",
                folder.resolve("instance").toString(),
                "--report",
                folder.resolve(out).toString()));
    words.addAll(List.of(more));
    return Typed.of(words.toArray(String[]::new));
  }

  private static int people(JsonNode report) {
    JsonNode data = report.path("data");
    return data.path("learned").asInt()
        + data.path("chosenBy").asInt()
        + data.path("reportedOn").asInt();
  }

  private static JsonNode curve(JsonNode report, String of) {
    for (JsonNode curve : report.path("frontier")) {
      if (curve.path("of").asText().equals(of)) {
        return curve;
      }
    }
    throw new AssertionError("no curve of " + of);
  }
}
