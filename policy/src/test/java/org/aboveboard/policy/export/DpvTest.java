package org.aboveboard.policy.export;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The JSON-LD stands by itself, and says only what the vocabulary has words for.
final class DpvTest {
  private static final Set<String> OF_THE_VOCABULARY = Set.of("dpv", "pd", "eu-gdpr");
  private static final Set<String> LITERALS = Set.of("@value", "@language", "@type", "@id");

  @TempDir private Path target;

  @Test
  void everyTermIsOneOfTheVocabulary() {
    var known = terms().map(line -> line.split(" ")[1]).collect(toSet());
    policies()
        .forEach(policy ->
            assertThat(used(document(policy)))
                .as(policy.organisation().name())
                .isNotEmpty()
                .isSubsetOf(known));
  }

  @Test
  void everyTermWeTypedIsPublished() {
    var modules =
        Set.of("purposes", "processing", "personal_data", "legal_basis", "notice", "rights");
    for (var module : modules) {
      var published = Vocabulary.column(Vocabulary.shared("dpv/" + module + ".csv"), "term");
      terms()
          .filter(line -> line.startsWith(module + " "))
          .map(line -> line.split("dpv:")[1])
          .forEach(term -> assertThat(published).as(module).contains(term));
    }
  }

  @Test
  void everythingThatIsReferredToIsThereOrOfAKnownPrefix() {
    policies()
        .forEach(policy -> {
          var document = document(policy);
          var ids = document.parts("@graph").stream().map(DpvTest::id).toList();
          var prefixes = document.part("@context").keys();
          assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("this:"));
          for (var reference : references(document)) {
            if (reference.startsWith("this:")) {
              assertThat(ids).contains(reference);
            } else {
              assertThat(prefixes).contains(reference.split(":")[0]);
            }
          }
        });
  }

  @Test
  void nothingHasToBeFetchedToReadIt() {
    var context = document(Folder.read("bookshop")).part("@context");
    assertThat(context.keys()).isNotEmpty();
    context
        .keys()
        .forEach(prefix ->
            assertThat(context.text(prefix).orElseThrow()).matches("(https?|urn):.*[#/:]"));
  }

  @Test
  void everyNodeHasAKindAndEveryKeyIsATerm() {
    for (var node : document(Variants.whole(target)).parts("@graph")) {
      assertThat(node.texts("@type")).as(id(node)).isNotEmpty();
      assertThat(node.keys()).allMatch(key -> key.startsWith("@") || key.contains(":"));
    }
  }

  @Test
  void thereIsAProcessForEveryPurposeWithAllItNeeds() {
    var policy = Variants.whole(target);
    var processes =
        document(policy).parts("@graph").stream()
            .filter(node -> node.texts("@type").contains("dpv:Process"))
            .toList();
    assertThat(processes).hasSameSizeAs(policy.purposes());
    for (var process : processes) {
      assertThat(process.keys())
          .contains(
              "dpv:hasPurpose",
              "dpv:hasPersonalData",
              "dpv:hasProcessing",
              "dpv:hasDataController",
              "dpv:hasRecipient",
              "dpv:hasLegalBasis",
              "dpv:hasStorageCondition",
              "dpv:hasDataSubject",
              "dpv:hasNotice");
      assertThat(process.parts("dpv:hasStorageCondition")).hasSize(3);
    }
    assertThat(processes)
        .extracting(one -> one.text("dct:identifier").orElseThrow())
        .isEqualTo(policy.purposes().stream().map(one -> one.digest()).toList());
  }

  @Test
  void anAliasOfAVocabularyThatIsNotNamedIsNotWritten() {
    var strange =
        Folder.bookshop(target)
            .replace("categories/taste.yaml", "pd:Preference", "tech:Recommender")
            .read();
    assertThat(Dpv.write(strange)).doesNotContain("tech:");
  }

  @Test
  void itCarriesTheDigest() {
    var policy = Folder.read("films");
    assertThat(Dpv.write(policy)).contains("\"dct:identifier\":\"" + policy.digest() + "\"");
  }

  private Stream<Policy> policies() {
    return Stream.concat(Folder.allShipped(), Stream.of(Variants.whole(target.resolve("whole"))));
  }

  private static Stream<String> terms() {
    return Vocabulary.lines("dpv-terms.txt").stream();
  }

  private static Part document(Policy policy) {
    try {
      return new Part(Yaml.parse("dpv.jsonld", Dpv.write(policy)));
    } catch (PolicyFaults e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static String id(Part node) {
    return node.text("@id").orElseThrow();
  }

  /// The terms of the vocabulary: keys, kinds, and what is referred to.
  private static Set<String> used(Part document) {
    var used = new TreeSet<String>();
    for (var node : document.parts("@graph")) {
      used.addAll(node.keys());
      used.addAll(node.texts("@type"));
    }
    used.addAll(references(document));
    used.removeIf(term -> !OF_THE_VOCABULARY.contains(term.split(":")[0]));
    return used;
  }

  private static List<String> references(Part document) {
    var found = new ArrayList<String>();
    document
        .parts("@graph")
        .forEach(node ->
            node.keys().stream()
                .filter(key -> !key.startsWith("@"))
                .forEach(key -> {
                  refer(node.part(key), found);
                  node.parts(key).forEach(inner -> refer(inner, found));
                }));
    return found;
  }

  private static void refer(Part inner, List<String> found) {
    assertThat(inner.keys()).allMatch(LITERALS::contains);
    inner.text("@id").ifPresent(found::add);
  }
}
