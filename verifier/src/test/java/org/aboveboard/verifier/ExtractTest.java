package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;
import org.junit.jupiter.api.Test;

class ExtractTest {
  @Test
  void everyTrueJournalIsVerified() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      var journal = Journal.of(new SplittableRandom(seed), seed % 2, seed);
      long opened = journal.lines().stream().filter(line -> line.contains("nonce")).count();
      assertThat(check(journal.extract()))
          .as("seed " + seed)
          .isEqualTo(new Outcome.Verified(seed, opened, false));
    }
  }

  @Test
  void aFileLargerThanWhatIsReadAtOnceIsVerified() throws IOException {
    var journal = Journal.of(new SplittableRandom(8), 0, 1_500);
    assertThat(journal.extract().length()).isGreaterThan(4 << 16);
    assertThat(check(journal.extract())).isInstanceOf(Outcome.Verified.class);
    assertThat(check(journal.extract().stripTrailing())).isInstanceOf(Outcome.Verified.class);
  }

  @Test
  void aMissingOrMovedLineIsRefutedByItsIndex() throws IOException {
    var journal = Journal.of(new SplittableRandom(1), 0, 20);
    var missing = new ArrayList<>(journal.lines());
    missing.remove(7);
    assertRefuted(check(journal, missing), "line 9: index 8 stands where 7 belongs");
    var moved = new ArrayList<>(journal.lines());
    moved.add(3, moved.remove(11));
    assertRefuted(check(journal, moved), "line 5: index 11 stands where 3 belongs");
  }

  @Test
  void aCutEndIsRefutedByItsSize() throws IOException {
    var journal = Journal.of(new SplittableRandom(2), 1, 20);
    assertRefuted(
        check(journal, journal.lines().subList(0, 19)),
        "the header names 20 entries, the file has 19");
  }

  @Test
  void anotherKindOrTimeIsRefutedByTheRoot() throws IOException {
    var journal = Journal.of(new SplittableRandom(3), 0, 20);
    for (var change : List.of("consent.given/consent.taken", "Z\"/1Z\"")) {
      var lines = new ArrayList<>(journal.lines());
      var parts = change.split("/", -1);
      lines.set(4, lines.get(4).replace(parts[0], parts[1]));
      assertThat(lines).isNotEqualTo(journal.lines());
      assertThat(check(journal, lines)).isNotInstanceOf(Outcome.Verified.class);
    }
    var lines = new ArrayList<>(journal.lines());
    lines.set(4, lines.get(4).replace("given", "taken"));
    assertRefuted(check(journal, lines), "the entries lead to another root");
  }

  @Test
  void anotherBodyIsRefutedByItsCommitment() throws IOException {
    var journal = Journal.of(new SplittableRandom(4), 0, 20);
    assertForged(journal, "\"commitment\":\"[0-9a-f]*\",\"nonce\".*", "the nonce and the body");
    assertForged(journal, ".*\"previous\".*", "the nonce, the previous commitment and the body");
  }

  private static void assertForged(Journal journal, String which, String what) throws IOException {
    var pattern = Pattern.compile(which);
    var lines = new ArrayList<>(journal.lines());
    var line = lines.stream().filter(pattern.asPredicate()).findFirst().orElseThrow();
    int shown = lines.indexOf(line);
    lines.set(shown, line.replace("\"yes\":true", "\"yes\":false"));
    assertRefuted(
        check(journal, lines), "line " + (shown + 2) + ": " + what + " do not open the commitment");
  }

  @Test
  void theRootThatThePersonTrustsDecides() throws IOException {
    var journal = Journal.of(new SplittableRandom(5), 0, 9);
    var root = Optional.of(Tree.root(journal.entries().stream().map(Entry::leaf).toList()));
    assertThat(check(journal.extract(), root)).isInstanceOf(Outcome.Verified.class);
    assertThat(check(journal.extract(), Optional.of(Hash.sha256())))
        .isEqualTo(new Outcome.Refuted("the file's root is not the root you gave"));
  }

  @Test
  void whatCannotBeReadIsNeitherTrueNorFalse() throws IOException {
    var journal = Journal.of(new SplittableRandom(6), 0, 5);
    assertUnchecked("", "line 0: the file is empty");
    assertUnchecked("{}", "line 1: \"root\" must be a text");
    assertUnchecked(journal.header() + "\n\n", "line 2: the line ends too early (character 1)");
    assertUnchecked(
        journal.header().replace("}", ",\"policy\":1}"),
        "line 1: nobody here knows the field \"policy\"");
    assertUnchecked(
        journal.header().replace("\"first\":0", "\"first\":2"),
        "line 1: a journal's first index is 0 or 1");
    assertUnchecked(
        journal.extract().replace("consent.given", "two words"),
        "line 2: \"kind\" must be one word");
    int shown = indexOf(journal, "\"nonce\"");
    var alone = "(\"previous\":\"[0-9a-f]*\",)?\"nonce\":.*";
    assertUnchecked(
        journal.extract().replaceFirst(alone, "\"previous\":1}"),
        "line " + (shown + 2) + ": \"previous\" comes with \"nonce\" and \"body\"");
    assertUnchecked(
        journal.extract().replaceAll("\"nonce\":\"[0-9a-f]*\",", ""),
        "line " + (shown + 2) + ": \"nonce\" and \"body\" come together or not at all");
  }

  /// No damage of one bit may pass, save where it leaves what the line says as it was: another
  /// spelling of the same escape.
  @Test
  void everyFlippedBitIsCaught() throws IOException {
    var extract = Journal.of(new SplittableRandom(7), 0, 6).extract().getBytes(UTF_8);
    for (int bit = 0; bit < 8 * extract.length; bit++) {
      var damaged = extract.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      var outcome = Extract.check(new ByteArrayInputStream(damaged), Optional.empty());
      if (outcome instanceof Outcome.Verified) {
        var spelling = new String(extract, bit / 8 - 4, 5, ISO_8859_1);
        assertThat(spelling).as("bit " + bit).contains("\\u").endsWith("e");
      }
    }
  }

  @Test
  void anyBytesAtAllGetAnOutcome() throws IOException {
    for (long seed = 0; seed < 20_000; seed++) {
      var random = new SplittableRandom(seed);
      var bytes = damaged(random);
      var outcome = Extract.check(new ByteArrayInputStream(bytes), Optional.empty());
      assertThat(outcome.words()).as("seed " + seed).isNotBlank();
      assertThat(outcome.exitCode()).as("seed " + seed).isBetween(0, 2);
    }
  }

  /// Random cuts, doublings and insertions of what JSON is made of, in a small true extract.
  private static byte[] damaged(SplittableRandom random) {
    var text = Journal.of(random, 0, random.nextInt(3)).extract();
    var pieces =
        "{ } \" \\ \\u \\ud83d : , [ ] null true -1 1e9 0.5 99999999999999999999 \n \u0000 é"
            .split(" ", -1);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(30));
      text =
          switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, end) + text.substring(at);
            default ->
                text.substring(0, at) + pieces[random.nextInt(pieces.length)] + text.substring(at);
          };
    }
    var bytes = text.getBytes(random.nextInt(10) == 0 ? ISO_8859_1 : UTF_8);
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
  }

  private static int indexOf(Journal journal, String part) {
    for (int i = 0; i < journal.lines().size(); i++) {
      if (journal.lines().get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no line has " + part);
  }

  private static Outcome check(Journal journal, List<String> lines) throws IOException {
    return check(journal.header() + "\n" + String.join("\n", lines));
  }

  private static Outcome check(String extract) throws IOException {
    return check(extract, Optional.empty());
  }

  private static Outcome check(String extract, Optional<Hash> root) throws IOException {
    return Extract.check(new ByteArrayInputStream(extract.getBytes(UTF_8)), root);
  }

  private static void assertRefuted(Outcome outcome, String reason) {
    assertThat(outcome).isEqualTo(new Outcome.Refuted(reason));
  }

  private static void assertUnchecked(String extract, String what) throws IOException {
    var outcome = check(extract);
    assertThat(outcome).isInstanceOf(Outcome.Unchecked.class);
    assertThat(outcome.words()).startsWith("Not checked: " + what + ".\n");
  }
}
