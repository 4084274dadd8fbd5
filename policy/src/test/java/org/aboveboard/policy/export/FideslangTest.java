package org.aboveboard.policy.export;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.aboveboard.policy.Alike;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Meaning;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.read.Fault;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A policy goes to fideslang and comes back as itself, by the rules that fideslang has published.
final class FideslangTest {
  @TempDir private Path target;

  @Test
  void everyShippedPolicyComesBackAsItself() {
    shipped().forEach(policy -> assertComesBack(policy, policy.organisation().name()));
  }

  @Test
  void aPolicyThatSaysEverythingComesBackAsItself() {
    assertComesBack(Variants.whole(target.resolve("whole")), "whole");
  }

  @Test
  void whatIsDoneToListsComesBack() {
    var policy = Alike.in(Folder.bookshop(target.resolve("alike"))).read();
    assertThat(policy.canonicalJson()).contains("\"balance\":{\"calibration\":0.2");
    assertComesBack(policy, "alike");
  }

  @Test
  void anyPolicyComesBackAsItselfAndKeepsTheRules() {
    for (long seed = 0; seed < 60; seed++) {
      var policy = Variants.of(seed, target.resolve("seed-" + seed));
      assertComesBack(policy, "seed-" + seed);
      assertThat(FideslangRules.broken(manifest(policy), Vocabulary.fideslang()))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void whatIsExportedKeepsThePublishedRules() {
    Stream.concat(shipped(), Stream.of(Variants.whole(target.resolve("rules"))))
        .forEach(policy ->
            assertThat(FideslangRules.broken(manifest(policy), Vocabulary.fideslang())).isEmpty());
  }

  @Test
  void whatIsExportedNamesOnlyPublishedTermsAndItsOwn() {
    var published = Vocabulary.publishedFideslang();
    assertThat(Vocabulary.fideslang()).isEqualTo(published);
    shipped()
        .forEach(
            policy -> assertThat(FideslangRules.broken(manifest(policy), published)).isEmpty());
  }

  @Test
  void aPolicyThatSpeaksGermanFirstIsWrittenInGermanAndComesBackInBoth() {
    var news = Folder.read("news");
    var manifest = Fideslang.write(news);
    var suggestions = purpose(news, "suggestions");
    assertThat(manifest).contains("name: " + suggestions.label().in(Language.DE) + "\n");
    assertComesBack(news, "german first");
  }

  @Test
  void whatBreaksThePublishedRulesIsRefusedWithItsLine() {
    var good = Vocabulary.text("plain-manifest.yaml");
    var spoiled =
        Map.ofEntries(
            Map.entry(
                change(good, "fides_key: plays", "fides_key: \"a b\""), "'a b' is no fides_key"),
            Map.entry(
                change(good, "fides_key: plays", "fides_key: ../../../x"),
                "'../../../x' is no fides_key"),
            Map.entry(
                change(good, "[user.contact.email, user.payment]", "[user.nope]"),
                "There is no data_category 'user.nope'"),
            Map.entry(
                change(good, "data_use: personalize.content.playlists", "data_use: nope.use"),
                "There is no data_use 'nope.use'"),
            Map.entry(
                change(good, "data_subjects: [customer]", "data_subjects: [nobody]"),
                "There is no data_subject 'nobody'"),
            Map.entry(
                change(good, "matches: OTHER", "matches: BOGUS"), "'matches' cannot be 'BOGUS'"),
            Map.entry(
                change(good, "basis_for_processing: Contract", "basis_for_processing: Mood"),
                "cannot be 'Mood'"));
    spoiled.forEach((manifest, what) ->
        assertThatThrownBy(() -> Fideslang.read(manifest))
            .isInstanceOfSatisfying(
                PolicyFaults.class,
                faults ->
                    assertThat(faults.faults())
                        .allSatisfy(fault -> assertThat(fault.line()).isGreaterThan(1))
                        .anySatisfy(fault -> assertThat(fault.what()).contains(what))));
  }

  @Test
  void whomAManifestIsAboutIsAGapSinceAPolicyHasNoKeyForIt() {
    assertThat(adopt(Vocabulary.text("plain-manifest.yaml")).gaps())
        .filteredOn(gap -> gap.key().equals("sentence"))
        .extracting(Adopted.Gap::why)
        .anyMatch(why -> why.startsWith("The manifest says it is about: customer."));
  }

  @Test
  void noTermOfOursCanBeMistakenForADefaultOne() {
    shipped()
        .map(FideslangTest::manifest)
        .flatMap(root ->
            Stream.of("data_category", "data_use", "data_subject")
                .flatMap(kind -> root.parts(kind).stream()))
        .forEach(term ->
            assertThat(FidesKeys.last(term.text("fides_key").orElseThrow())).startsWith("our-"));
  }

  @Test
  void everySurfaceVendorAndPurposeIsDeclared() {
    var policy = Variants.whole(target.resolve("declared"));
    var systems =
        manifest(policy).parts("system").stream()
            .collect(
                toMap(system -> system.text("fides_key").orElseThrow(), UnaryOperator.identity()));
    assertThat(systems.keySet())
        .containsExactlyInAnyOrder(
            "our-server",
            "surface-basket",
            "surface-home-row",
            "surface-item-page",
            "vendor-printer",
            "vendor-statistics");
    assertThat(declared(systems, "our-server")).hasSize(policy.purposes().size());
    assertThat(declared(systems, "surface-home-row")).hasSize(2);
    assertThat(declared(systems, "vendor-statistics"))
        .singleElement()
        .satisfies(one ->
            assertThat(one.texts("data_categories"))
                .singleElement()
                .asString()
                .endsWith("our-ratings"));
  }

  @Test
  void aRuleThatIsBrokenIsFound() {
    var good = Fideslang.write(Folder.read("bookshop"));
    var spoiled =
        Map.ofEntries(
            Map.entry(
                change(good, "fides_key: our-server", "fides_key: \"our server\""), "is no key"),
            Map.entry(
                change(good, "parent_key: essential.service\n", "parent_key: essential\n"),
                "does not hang below"),
            Map.entry(change(good, "matches: ANY", "matches: SOME"), "matches cannot be SOME"),
            Map.entry(change(good, "strategy: ALL", "strategy: MANY"), "strategy cannot be MANY"),
            Map.entry(
                change(good, "data_type: float", "data_type: decimal"), "data_type cannot be"),
            Map.entry(change(good, "    system_type: Service\n", ""), "lacks system_type"),
            Map.entry(
                change(good, "basis_for_processing: Consent", "basis_for_processing: Mood"),
                "basis cannot be"),
            Map.entry(
                change(
                    good,
                    "ingress: [event-bought, event-rated, event-viewed]",
                    "ingress: [event-gone]"),
                "has no ingress event-gone"),
            Map.entry(
                change(good, "data_subjects: [our-person]", "data_subjects: [nobody]"),
                "names the unknown nobody"),
            Map.entry(change(good, "type: dataset", "type: table"), "type cannot be table"));
    spoiled.forEach((manifest, what) ->
        assertThat(FideslangRules.broken(parse(manifest), Vocabulary.fideslang()))
            .anySatisfy(broken -> assertThat(broken).contains(what)));
  }

  @Test
  void whatIsChangedInTheManifestIsChangedInThePolicy() {
    var before = Variants.whole(target.resolve("before"));
    var manifest = Fideslang.write(before);
    var orders = "essential.service.our-order-service";
    var after =
        read(
            change(
                change(
                    change(manifest, "name: the printer", "name: another printer"),
                    "legal_basis_for_processing: Legal obligations",
                    "legal_basis_for_processing: Contract"),
                "retention_period: P2Y",
                "retention_period: P1Y"),
            "after");
    var changed = purpose(after, "order-service");
    assertThat(manifest).contains(orders);
    assertThat(changed.basis()).isEqualTo(Basis.CONTRACT);
    assertThat(changed.retention().longest()).hasToString("P1Y");
    assertThat(after.vendor("printer").map(Vendor::label).orElseThrow().plain())
        .isEqualTo("another printer");
    assertThat(after.digest()).isNotEqualTo(before.digest());
  }

  @Test
  void nothingIsSaidTwice() {
    var root = manifest(Variants.whole(target.resolve("twice")));
    var rest = new FidesSource(root).rest();
    var purposes = rest.part("purposes");
    assertThat(purposes.keys()).hasSize(4);
    purposes
        .keys()
        .forEach(id ->
            assertThat(purposes.part(id).keys())
                .doesNotContain("basis", "uses", "recipients", "digest"));
    root.parts("dataset")
        .forEach(dataset ->
            assertThat(dataset.part("meta").part("aboveboard").keys())
                .doesNotContain("category", "purposes"));
    assertThat(rest.part("organisation").keys()).doesNotContain("name");
    assertThat(rest.part("organisation").part("controller").keys()).containsExactly("country");
  }

  @Test
  void aPlainManifestGivesAllItSaysAndGapsForTheRest() {
    var adopted = adopt(Vocabulary.text("plain-manifest.yaml"));
    assertThat(adopted.files().get("organisation.yaml")).contains("name: Quay Records\n");
    assertThat(adopted.files().get("purposes/payment-processing.yaml"))
        .contains("basis: contract", "retention: P2Y", "recipients: [mailer]", "label: Orders");
    assertThat(adopted.files().get("vendors/mailer.yaml"))
        .contains("role: processor", "gets: [email]", "transfer: SCCs");
    assertThat(adopted.files().get("prohibitions/no-contact-data-for-playlists.yaml"))
        .contains("categories: [contact]", "purposes: [playlists]");
    assertThat(adopted.files())
        .containsKey("surfaces/player.yaml")
        .doesNotContainKey("surfaces/billing.yaml");
    assertThat(adopted.claimed()).isEmpty();
  }

  @Test
  void noConsentAndNoLengthOfTimeIsMadeUp() {
    var adopted = adopt(Vocabulary.text("plain-manifest.yaml"));
    var playlists = adopted.files().get("purposes/playlists.yaml");
    assertThat(playlists)
        .doesNotContainPattern("(?m)^basis:")
        .doesNotContainPattern("(?m)^retention:")
        .contains("90 days");
    assertThat(adopted.gaps())
        .filteredOn(gap -> gap.file().equals("purposes/playlists.yaml"))
        .extracting(Adopted.Gap::key)
        .contains("basis", "retention", "level", "uses", "recipients", "data.listening.necessity");
  }

  @Test
  void aFolderWithGapsIsRefusedAndEveryFaultIsInAFileWithAGap() {
    var adopted = adopt(Vocabulary.text("plain-manifest.yaml"));
    var folder = write(adopted, "plain");
    assertThatThrownBy(() -> PolicyFiles.read(folder.path()))
        .isInstanceOfSatisfying(
            PolicyFaults.class,
            faults ->
                assertThat(faults.faults().stream().map(Fault::file).collect(toSet()))
                    .isEqualTo(adopted.gaps().stream().map(Adopted.Gap::file).collect(toSet())));
  }

  @Test
  void declarationsThatDisagreeLeaveAGap() {
    var adopted =
        adopt(
            """
            system:
              - {fides_key: a, system_type: Service, privacy_declarations: [{data_use: personalize, data_categories: [user.behavior], legal_basis_for_processing: Consent, retention_period: P1D}]}
              - {fides_key: b, system_type: Service, privacy_declarations: [{data_use: personalize, data_categories: [user.contact], legal_basis_for_processing: Contract, retention_period: P2D}]}
            """);
    assertThat(adopted.files().get("purposes/personalize.yaml"))
        .contains("The manifest says: Consent; Contract.", "The manifest says: P1D; P2D.")
        .contains("behavior: {}", "contact: {}");
  }

  @Test
  void whatIsNoManifestIsRefusedWithACure() {
    for (var text : List.of("", "label: x", "- a", "system: [", "system: &a [*a]", "a: {b: c}")) {
      assertThatThrownBy(() -> Fideslang.read(text)).isInstanceOf(PolicyFaults.class);
    }
    assertThatThrownBy(() -> Fideslang.read("label: x"))
        .hasMessageContaining("no fideslang manifest")
        .hasMessageContaining("system:");
  }

  @Test
  void aSpoiledManifestIsReadOrRefusedAndNothingElse() {
    var good =
        List.of(
            Fideslang.write(Variants.whole(target.resolve("fuzz"))),
            Vocabulary.text("plain-manifest.yaml"));
    var read = 0;
    for (long seed = 0; seed < 3000; seed++) {
      var random = new SplittableRandom(seed);
      var spoiled = spoil(random, good.get(random.nextInt(good.size())));
      try {
        assertThat(Fideslang.read(spoiled).files()).as("seed %d", seed).isNotEmpty();
        read++;
      } catch (PolicyFaults refused) {
        assertThat(refused.faults()).as("seed %d", seed).isNotEmpty();
      } catch (RuntimeException e) {
        throw new AssertionError("fails for seed " + seed, e);
      }
    }
    assertThat(read).isBetween(500, 2900);
  }

  /// Takes a few lines away, twists a few others.
  private static String spoil(RandomGenerator random, String text) {
    var lines = new ArrayList<>(text.lines().toList());
    for (var i = random.nextInt(4); i >= 0; i--) {
      var at = random.nextInt(lines.size());
      var line = lines.get(at);
      switch (random.nextInt(5)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.set(at, line.replaceFirst(": .*", ":"));
        case 2 -> lines.set(at, line.replaceFirst(": .*", ": []"));
        case 3 -> lines.set(at, line.replaceFirst(": .*", ": \"our-\""));
        default -> lines.set(at, line.replaceFirst("[a-z]", "9"));
      }
    }
    return String.join("\n", lines);
  }

  private static List<Part> declared(Map<String, Part> systems, String key) {
    return systems.getOrDefault(key, Part.EMPTY).parts("privacy_declarations");
  }

  private static Stream<Policy> shipped() {
    return Folder.allShipped();
  }

  private void assertComesBack(Policy policy, String name) {
    var adopted = adopt(Fideslang.write(policy));
    assertThat(adopted.gaps()).as(name).isEmpty();
    assertThat(adopted.claimed()).contains(policy.digest());
    var back = write(adopted, "back-" + name.replaceAll("\\W", "")).read();
    assertThat(meanings(back)).as(name).isEqualTo(meanings(policy));
    assertThat(back.canonicalJson()).as(name).isEqualTo(policy.canonicalJson());
    assertThat(back.digest()).as(name).isEqualTo(policy.digest());
  }

  private static Set<String> meanings(Policy policy) {
    return policy.purposes().stream().map(policy::meaning).map(Meaning::digest).collect(toSet());
  }

  private static Purpose purpose(Policy policy, String id) {
    return policy.purpose(id).orElseThrow();
  }

  private static Part manifest(Policy policy) {
    return parse(Fideslang.write(policy));
  }

  private static Part parse(String text) {
    try {
      return new Part(Yaml.parse("manifest", text));
    } catch (PolicyFaults e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static Adopted adopt(String manifest) {
    try {
      return Fideslang.read(manifest);
    } catch (PolicyFaults e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private Policy read(String manifest, String name) {
    return write(adopt(manifest), name).read();
  }

  private Folder write(Adopted adopted, String name) {
    var folder = new Folder(target.resolve(name));
    adopted.files().forEach(folder::write);
    return folder;
  }

  private static String change(String text, String before, String after) {
    assertThat(text.contains(before)).as("holds: %s", before).isTrue();
    return text.replace(before, after);
  }
}
