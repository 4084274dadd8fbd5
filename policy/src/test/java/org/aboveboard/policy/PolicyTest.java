package org.aboveboard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyTest {

  private static final String FILE = "purposes/recommendations.yaml";

  @TempDir private Path target;

  @ParameterizedTest
  @ValueSource(strings = {"bookshop", "films", "library", "news", "shop"})
  void theShippedPoliciesHaveNoFaults(String name) {
    var policy = Folder.read(name);
    assertThat(policy.purposes()).isNotEmpty();
    assertThat(policy.surfaces()).anyMatch(Surface::canAsk);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bookshop", "films", "library", "news", "shop"})
  void aShippedPolicyReadsTheSameFromItsCanonicalForm(String name) throws PolicyFaults {
    var policy = Folder.read(name);
    var restored = PolicyFiles.restore(policy.canonicalJson());
    assertThat(restored.declared()).isEqualTo(policy.declared());
    assertThat(restored.canonicalJson()).isEqualTo(policy.canonicalJson());
    assertThat(restored.digest()).isEqualTo(policy.digest());
  }

  @Test
  void theDigestIsOfTheMeaningAndNotOfTheFile() {
    var tidy = Folder.read("bookshop");
    var shuffled =
        Folder.bookshop(target)
            .replace(FILE, "level: general\n", "")
            .replace(FILE, "number: 0", "\n# a comment\n\nlevel:   \"general\"\nnumber: 0")
            .replace(FILE, "[views, purchases, ratings]", "\n  - ratings\n  - views\n  - purchases")
            .replace(FILE, "We look at the books", "We look\n    at   the books")
            .read();
    assertThat(shuffled.canonicalJson()).isEqualTo(tidy.canonicalJson());
    assertThat(shuffled.digest()).isEqualTo(tidy.digest()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource({
    "'retention: P90D', 'retention: P91D'",
    "'train, audit]', 'train, audit, disclose]'",
    "'uses: [collect, serve, explain,', 'uses: [collect, serve,'",
    "'basis: consent\nlevel: general', 'basis: consent\nlevel: context'",
    "'[views, purchases, ratings]', '[views]'",
  })
  void aChangeOfMeaningChangesThePurposesDigest(String before, String after) {
    var changed = Folder.bookshop(target).replace(FILE, before, after).read();
    assertThat(suggestions(changed).digest()).isNotEqualTo(Said.SUGGESTIONS.digest());
    assertThat(changed.digest()).isNotEqualTo(Said.BOOKSHOP.digest());
  }

  @ParameterizedTest
  @CsvSource({
    "'{en: book suggestions,', '{en: tips on books,'",
    "'owner: model-owner', 'owner: data-steward'",
    "'en: you see', 'en: you will see'",
    "'consentLasts: P1Y', 'consentLasts: P6M'",
    "'retention: P90D', 'retention: P0M90D'",
  })
  void anotherWordingOrOwnerLeavesWhatWasAgreed(String before, String after) {
    var changed = Folder.bookshop(target).replace(FILE, before, after).read();
    assertThat(suggestions(changed).digest()).isEqualTo(Said.SUGGESTIONS.digest());
  }

  @Test
  void aNewFieldOrSurfaceIsAnotherMeaning() {
    var event =
        Folder.bookshop(target)
            .replace(
                "events/bought.yaml",
                "    purposes: [order-service]\n  total",
                "    purposes: [order-service, recommendations]\n  total")
            .read();
    assertThat(suggestions(event).digest()).isNotEqualTo(Said.SUGGESTIONS.digest());
    assertThat(event.purpose("order-service").orElseThrow().digest())
        .isEqualTo(Said.ORDERS.digest());
  }

  @Test
  void aSurfaceMoreIsAnotherMeaning() {
    var wider =
        Folder.bookshop(target)
            .write(
                "surfaces/e-mail.yaml",
                "label: {en: E-mail, de: Brief}\npurposes: [recommendations]\nfallback: editorial\nlength: 3\n")
            .read();
    assertThat(suggestions(wider).digest()).isNotEqualTo(Said.SUGGESTIONS.digest());
  }

  @Test
  void eventsAreFoundByKindAndName() {
    var policy = Said.BOOKSHOP;
    assertThat(policy.event("track", "Order Completed").orElseThrow().id()).isEqualTo("bought");
    assertThat(policy.event("track", "order completed")).isEmpty();
    assertThat(policy.event("page", "Order Completed")).isEmpty();
  }

  @Test
  void aPageWithoutNamesCoversEveryPage() {
    var policy =
        Folder.bookshop(target)
            .write(
                "events/page.yaml",
                "label: {en: opened a page, de: Seite}\ntype: page\ncategory: reading-history\npurposes: [recommendations]\n")
            .read();
    assertThat(policy.event("page", "").orElseThrow().id()).isEqualTo("page");
    assertThat(policy.event("page", "Home").orElseThrow().id()).isEqualTo("page");
  }

  @Test
  void otherToolsNamesLeadToPurposes() {
    assertThat(Said.BOOKSHOP.purposesCalled("personalization")).containsExactly(Said.SUGGESTIONS);
    assertThat(Said.BOOKSHOP.purposesCalled("recommendations")).containsExactly(Said.SUGGESTIONS);
    assertThat(Said.BOOKSHOP.purposesCalled("advertising")).isEmpty();
  }

  @Test
  void aRatingCountsFromFourUp() {
    var counts = Said.BOOKSHOP.signal("ratings").orElseThrow().counts().orElseThrow();
    assertThat(counts.isMetBy(4)).isTrue();
    assertThat(counts.isMetBy(3.9)).isFalse();
  }

  @Test
  void pathsKnowWhetherTheyHoldMany() {
    var bought = Said.BOOKSHOP.event("track", "Order Completed").orElseThrow();
    assertThat(bought.item().orElseThrow().isMany()).isTrue();
    assertThat(bought.item().orElseThrow()).hasToString("properties.products[].product_id");
    assertThat(FieldPath.parse("properties.a[].b[].c")).isEmpty();
    assertThat(FieldPath.parse("userId")).isEmpty();
  }

  @Test
  void canonicalTextIsEscapedAsRfc8785Says() {
    assertThat(Json.text("\u20ac$\u000F\nA'B\"\\\\\"\u0000/\u007f"))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"\\u0000/\u007f\"");
  }

  private static Purpose suggestions(Policy policy) {
    return policy.purpose("recommendations").orElseThrow();
  }
}
