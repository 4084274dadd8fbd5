package org.aboveboard.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Policies that nobody would write.
final class GarbledTest {
  private static final int CASES = 800;
  private static final List<String> FILES =
      List.of(
          "asking.yaml",
          "changes.yaml",
          "roles.yaml",
          "assessments/taste.yaml",
          "categories/ratings.yaml",
          "categories/reading-history.yaml",
          "events/rated.yaml",
          "events/bought.yaml",
          "models/what-goes-together.yaml",
          "prohibitions/nothing-sensitive-is-learnt.yaml",
          "purposes/order-service.yaml",
          "purposes/recommendations.yaml",
          "purposes/taste-profile.yaml",
          "signals/ratings.yaml",
          "surfaces/home-row.yaml",
          "surfaces/item-page.yaml");

  /// Words that may stand for one another in a file that can still be read.
  private static final List<List<String>> KINDS =
      List.of(
          List.of("P1D", "P30D", "P90D", "P2Y", "P6M", "P1Y", "P30D", "P100Y"),
          List.of("1", "2", "3", "4", "8", "12", "16", "21"),
          List.of("true", "false"),
          List.of("consent", "contract", "legalObligation", "legitimateInterest"),
          List.of("none", "context", "general", "invasive"),
          List.of("required", "optional"),
          List.of("ordinary", "sensitive"),
          List.of("provided", "observed", "inferred"),
          List.of("popular", "editorial", "context"),
          List.of("acceptable", "notAcceptable"),
          List.of("collect", "serve", "explain", "train", "audit", "disclose"),
          List.of("special", "taste", "ratings", "purchases", "reading-history", "behaviour"),
          List.of("views", "purchases", "ratings"),
          List.of("recommendations", "order-service", "taste-profile"),
          List.of("data-steward", "model-owner", "ethics-officer", "customer-care"),
          List.of("2026-11-02", "2027-11-01", "2026-11-24", "1000-01-01", "2999-12-31"));

  /// What may stand for any other word.
  private static final List<String> SCRAPS =
      List.of(
          "",
          "!",
          "…",
          "nicht nicht",
          "just don't",
          "100 %",
          "ß İ ı ﬁ 。",
          "❤️👩‍👩‍👧",
          "www.a.b",
          "Health. Faith. Politics.",
          "wir beeilen uns heute ".repeat(9));

  @TempDir private Path target;

  @Test
  void whateverAPolicySaysTheAnswerIsFindingsWithPlaces() {
    var folder = Folder.bookshop(target);
    int read = 0;
    for (long seed = 0; seed < CASES; seed++) {
      var random = new SplittableRandom(seed);
      var file = FILES.get(random.nextInt(FILES.size()));
      var sound = folder.text(file);
      folder.write(file, garbled(sound, random));
      try {
        var findings = Lint.of(PolicyFiles.read(target), LintTest.TODAY);
        read++;
        assertThat(findings).as("seed %d", seed).allSatisfy(GarbledTest::assertIsWhole);
      } catch (PolicyFaults _) {
        // what cannot be read has faults instead of findings
      } catch (RuntimeException e) {
        throw new AssertionError("fails for seed " + seed, e);
      }
      folder.write(file, sound);
    }
    assertThat(read).as("policies that could be read").isGreaterThan(CASES / 5);
  }

  private static void assertIsWhole(Finding finding) {
    assertThat(finding.place().line()).isPositive();
    assertThat(finding.place().file()).isNotBlank();
    assertThat(finding.what()).isNotBlank();
    assertThat(finding.cure()).isNotBlank();
  }

  /// The file with a few words changed for others.
  private static String garbled(String sound, RandomGenerator random) {
    var text = sound;
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      var words = text.split("(?<=[ ,{}\\[\\]\n])|(?=[ ,{}\\[\\]\n])", -1);
      int at = random.nextInt(words.length);
      words[at] = instead(words[at], random);
      text = String.join("", words);
    }
    return text;
  }

  private static String instead(String word, RandomGenerator random) {
    var kinds = KINDS.stream().filter(kind -> kind.contains(word)).toList();
    if (!kinds.isEmpty()) {
      return any(kinds.get(random.nextInt(kinds.size())), random);
    }
    var isProse = word.chars().allMatch(Character::isLetter);
    return isProse ? any(SCRAPS, random) : word;
  }

  private static String any(List<String> some, RandomGenerator random) {
    return some.get(random.nextInt(some.size()));
  }
}
