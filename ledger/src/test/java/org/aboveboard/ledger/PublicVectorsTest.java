package org.aboveboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The public proof cases of transparency-dev/merkle (testdata, Apache-2.0), where they are at
/// hand.
class PublicVectorsTest {
  /// The one case in which we are stricter: its "roots" are twelve bytes of prose, equal on both
  /// sides. A root here is thirty-two bytes or none.
  private static final String STRICTER =
      "consistency/additional/sizes-are-equal-one-and-proof-is-empty.json";

  private static final Path MERKLE = shared().resolve("data/vectors/merkle");

  @Test
  void everyInclusionCaseGetsItsVerdict() throws IOException {
    assertThat(disagreements("inclusion")).isEmpty();
  }

  @Test
  void everyConsistencyCaseGetsItsVerdict() throws IOException {
    assertThat(disagreements("consistency")).containsExactly(STRICTER);
  }

  private static List<String> disagreements(String family) throws IOException {
    assumeTrue(Files.isDirectory(MERKLE), "skipped: no public vectors at " + MERKLE);
    try (var files = Files.walk(MERKLE.resolve(family))) {
      var cases = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(cases).hasSize(98);
      return cases.stream()
          .filter(
              file -> isVerified(family, read(file)) == read(file).contains("\"wantErr\": true"))
          .map(file -> MERKLE.relativize(file).toString())
          .toList();
    }
  }

  private static boolean isVerified(String family, String json) {
    var path = path(json);
    return path.map(hashes ->
            family.equals("inclusion") ? inclusion(json, hashes) : consistency(json, hashes))
        .orElse(new Verdict.Refuted("a hash of the path is not thirty-two bytes"))
        .equals(new Verdict.Verified());
  }

  private static Verdict inclusion(String json, List<Hash> path) {
    var proof = new Inclusion(number(json, "leafIdx"), number(json, "treeSize"), path);
    return hash(json, "leafHash")
        .flatMap(leaf -> hash(json, "root").map(root -> proof.verify(leaf, root)))
        .orElse(new Verdict.Refuted("leaf or root is not thirty-two bytes"));
  }

  private static Verdict consistency(String json, List<Hash> path) {
    var proof = new Consistency(number(json, "size1"), number(json, "size2"), path);
    return hash(json, "root1")
        .flatMap(from -> hash(json, "root2").map(to -> proof.verify(from, to)))
        .orElse(new Verdict.Refuted("a root is not thirty-two bytes"));
  }

  /// The path, empty for `null`, or nothing where one of its hashes has another length.
  private static Optional<List<Hash>> path(String json) {
    var array = field(json, "proof", "\\[([^\\]]*)\\]|null").replaceAll("[\\s\"\\[\\]]|null", "");
    if (array.isEmpty()) {
      boolean hasEmptyHash = field(json, "proof", "\\[[^\\]]*\\]|null").contains("\"\"");
      return hasEmptyHash ? Optional.empty() : Optional.of(List.of());
    }
    var hashes = Stream.of(array.split(",", -1)).map(PublicVectorsTest::decoded).toList();
    return hashes.stream().allMatch(Optional::isPresent)
        ? Optional.of(hashes.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private static Optional<Hash> hash(String json, String name) {
    return decoded(field(json, name, "\"[^\"]*\"").replace("\"", ""));
  }

  private static Optional<Hash> decoded(String base64) {
    return Hash.of(Base64.getDecoder().decode(base64));
  }

  private static long number(String json, String name) {
    return Long.parseUnsignedLong(field(json, name, "[0-9]+"));
  }

  private static String field(String json, String name, String content) {
    var matcher = Pattern.compile("\"" + name + "\":\\s*(?<content>" + content + ")").matcher(json);
    assertThat(matcher.find()).as(name).isTrue();
    return matcher.group("content");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shared() {
    return Optional.ofNullable(System.getProperty("aboveboard.shared"))
        .map(Path::of)
        .or(() ->
            Stream.of(Path.of("../../shared"), Path.of("../shared"))
                .filter(Files::isDirectory)
                .findFirst())
        .orElse(Path.of("../../shared"));
  }
}
