package org.aboveboard.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.policy.tell.Tongue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LintTest {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String SUGGESTIONS = "purposes/recommendations.yaml";

  @TempDir private Path target;

  @ParameterizedTest
  @ValueSource(strings = {"bookshop", "films", "library", "news", "shop"})
  void theShippedPoliciesAreClean(String name) {
    var findings = lint(new Folder(Folder.shipped().resolve(name)));
    assertThat(Lint.blocking(findings)).isEmpty();
  }

  static Stream<Fixture> bad() {
    return Fixture.of("bad").stream();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatIsBadIsFoundWhereItStandsWithItsCureAndItsGround(Fixture fixture) {
    var folder = fixture.spoil(Folder.bookshop(target));
    var blocking = Lint.blocking(lint(folder));
    assertThat(blocking)
        .filteredOn(finding -> finding.rule().id().equals(fixture.rule()))
        .as(blocking.toString())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.place().file()).isEqualTo(fixture.at().file());
          assertThat(finding.place().line()).isEqualTo(fixture.at().line(folder));
          assertThat(finding.what()).contains(fixture.says()).endsWith(".");
          assertThat(finding.cure()).contains(fixture.cure()).endsWith(".");
          assertThat(finding.anchor()).isNotBlank();
        });
    var rules = new ArrayList<>(fixture.also());
    rules.add(fixture.rule());
    assertThat(blocking).extracting(f -> f.rule().id()).hasSameElementsAs(rules);
  }

  static Stream<Fixture> good() {
    return Fixture.of("good").stream();
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatComesNearIsNotFound(Fixture fixture) {
    var findings = lint(fixture.spoil(Folder.bookshop(target)));
    assertThat(Lint.blocking(findings))
        .filteredOn(finding -> finding.rule().id().equals(fixture.rule()))
        .isEmpty();
  }

  static Stream<Fixture> unfair() {
    return Fixture.of("fault").stream();
  }

  @ParameterizedTest
  @MethodSource("unfair")
  void aSettingThatWeakensANoIsAFaultThatNamesTheRule(Fixture fixture) {
    var folder = fixture.spoil(Folder.bookshop(target));
    assertThat(faults(folder).faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.file()).isEqualTo(fixture.at().file());
          assertThat(fault.line()).isEqualTo(fixture.at().line(folder));
          assertThat(fault.what()).contains("does not exist", "(" + fixture.rule() + ")");
          assertThat(fault.cure()).isNotBlank();
        });
  }

  private static PolicyFaults faults(Folder folder) {
    try {
      throw new AssertionError("was read: " + PolicyFiles.read(folder.path()).policy().digest());
    } catch (PolicyFaults faults) {
      return faults;
    }
  }

  @Test
  void aWarningStandsWithAReasonAndAnErrorDoesNot() {
    var warned = Folder.bookshop(target).replace(SUGGESTIONS, "retention: P90D", "retention: P3Y");
    assertThat(blockingRules(warned)).containsExactly("P-LONG");
    var accepted =
        warned.replace(SUGGESTIONS, "minors:", "accepted: {P-LONG: We measured it.}\nminors:");
    assertThat(blockingRules(accepted)).isEmpty();
    assertThat(lint(accepted))
        .filteredOn(finding -> finding.rule().id().equals("P-LONG"))
        .extracting(Finding::accepted)
        .containsExactly(Optional.of("We measured it."));
    var erring =
        accepted
            .replace(SUGGESTIONS, "consentLasts: P1Y", "consentLasts: P2Y")
            .replace(SUGGESTIONS, "{P-LONG:", "{DP21: So be it., P-LONG:");
    assertThat(blockingRules(erring)).containsExactly("DP21", "R-STALE");
  }

  @Test
  void aReasonIsReadInEveryFile() {
    var folder =
        Folder.bookshop(target)
            .replace(
                "asking.yaml", "perSession: 1", "perSession: 2\naccepted: {DP22: It is a test.}")
            .replace(
                "changes.yaml",
                "widening: [data-steward, model-owner, ethics-officer]",
                "widening: [data-steward]\naccepted: {O-ALONE: A small shop.}")
            .replace(
                "roles.yaml",
                "customer-care:",
                "accepted: {O-ROLE: Kept for later.}\n"
                    + "later:\n  label: {en: Later, de: Später}\n  uses: []\ncustomer-care:");
    assertThat(blockingRules(folder)).isEmpty();
    assertThat(lint(folder)).filteredOn(finding -> !finding.isBlocking()).hasSize(4);
  }

  @Test
  void whatIsMeasuredToBeOfNoUseIsAFindingLikeOthers() {
    var folder = Folder.bookshop(target);
    var needless =
        new Remark(
            read(folder).places().of("signals/views.yaml", "verb"), "It adds nothing.", "Drop it.");
    assertThat(Lint.blocking(Lint.measured(read(folder), TODAY, List.of(needless))))
        .extracting(Finding::toString)
        .containsExactly(
            "signals/views.yaml:1: WARNING D1-NEED: It adds nothing. Drop it. (GDPR Art. 5(1)(c))");
    var accepted =
        folder.replace(
            "signals/views.yaml", "weight:", "accepted: {D1-NEED: Kept for now.}\nweight:");
    var again = Lint.measured(read(accepted), TODAY, List.of(needless));
    assertThat(Lint.blocking(again)).isEmpty();
    assertThat(blockingRules(accepted)).as("not measured, so not stale").isEmpty();
    assertThat(Lint.blocking(Lint.measured(read(accepted), TODAY, List.of())))
        .extracting(finding -> finding.rule().id())
        .containsExactly("R-STALE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bookshop", "films", "shop"})
  void everyFactThatIsDeclaredStandsInTheQuestion(String name) {
    var policy = Folder.read(name);
    var asked = new Inspection(read(new Folder(Folder.shipped().resolve(name))), TODAY).asked();
    assertThat(asked.toList())
        .isNotEmpty()
        .allSatisfy(one -> {
          var purpose = one.purpose();
          var layer = String.join("\n", one.prompt().firstLayer());
          assertThat(layer)
              .contains(purpose.label().in(one.language()))
              .contains(purpose.sentence().in(one.language()))
              .contains(purpose.ifNo().in(one.language()))
              .contains(Tongue.of(one.language()).period(purpose.retention().longest()));
          for (var need : purpose.data()) {
            var label = policy.category(need.category()).orElseThrow().label();
            assertThat(layer).contains(label.in(one.language()));
          }
        });
  }

  @Test
  void findingsStandInTheOrderOfTheFilesAndTheirLines() {
    var folder =
        Folder.bookshop(target)
            .replace("surfaces/home-row.yaml", "Suggested for you", "At the checkout")
            .replace(SUGGESTIONS, "you may like.", "you will love!")
            .replace("asking.yaml", "perSession: 1", "perSession: 3")
            .replace("asking.yaml", "againAfter: P6M", "againAfter: P1M");
    var findings = lint(folder);
    var places = findings.stream().map(Finding::place).toList();
    assertThat(places).hasSizeGreaterThan(4);
    assertThat(places.stream().map(place -> place.file()).toList()).isSorted();
    assertThat(findings).isEqualTo(lint(folder));
    assertThat(places.getFirst().line()).isLessThan(places.get(1).line());
  }

  private static List<String> blockingRules(Folder folder) {
    return Lint.blocking(lint(folder)).stream().map(f -> f.rule().id()).sorted().toList();
  }

  private static List<Finding> lint(Folder folder) {
    return Lint.of(read(folder), TODAY);
  }

  private static ReadPolicy read(Folder folder) {
    try {
      return PolicyFiles.read(folder.path());
    } catch (PolicyFaults e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
