package org.aboveboard.policy.read;

import static org.aboveboard.policy.read.Spoiled.spoiled;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aboveboard.policy.Alike;
import org.aboveboard.policy.AtLeast;
import org.aboveboard.policy.Balance;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is declared about treating people and providers alike, and what is wrong with it.
final class OversightFaultsTest {
  private static final String ROW = "surfaces/home-row.yaml";
  private static final String AGE = "segments/age.yaml";
  private static final String MONITOR = "monitors/small-publishers.yaml";
  private static final String GROUPS = "groups/publisher-size.yaml";
  private static final String TEST = "experiments/stronger-hand.yaml";

  @TempDir private Path target;

  @Test
  void whatIsDeclaredIsReadAndReadAgainFromItsCanonicalText() throws PolicyFaults {
    Policy policy = PolicyFiles.read(Alike.in(Folder.bookshop(target)).path()).policy();
    assertThat(policy.segment("age").orElseThrow().answers())
        .containsOnlyKeys("under-30", "over-30");
    assertThat(policy.segment("age").orElseThrow().smallest()).isEqualTo(30);
    assertThat(policy.groups("publisher-size").orElseThrow().target())
        .isEqualTo(Groups.Target.CATALOGUE);
    assertThat(policy.monitor("small-publishers").orElseThrow().claim())
        .isEqualTo(new Monitor.Claim.FourFifths());
    assertThat(policy.monitor("ages").orElseThrow().watches())
        .isEqualTo(new Monitor.Watches.OfSegment("age"));
    assertThat(policy.experiments().getFirst().arms()).containsOnlyKeys("as-now", "stronger");
    var showing = policy.surface("home-row").orElseThrow().showing();
    assertThat(showing.explore()).isEqualTo(0.02);
    assertThat(showing.balance()).isEqualTo(new Balance(0.2, 0.1, 0.1, 0.1));
    assertThat(showing.caps()).isEqualTo(Map.of("special", 1));
    assertThat(showing.atLeast())
        .isEqualTo(Optional.of(new AtLeast("publisher-size", Map.of("small", 0.3))));
    assertThat(showing.correct().orElseThrow().strength().highest()).isEqualTo(0.04);

    Policy again = PolicyFiles.restore(policy.canonicalJson());
    assertThat(again.digest()).isEqualTo(policy.digest());
    assertThat(again.declared().oversight()).isEqualTo(policy.declared().oversight());
    assertThat(again.surfaces()).isEqualTo(policy.surfaces());
  }

  @Test
  void whatIsNotDeclaredLeavesNoTraceInTheDigest() {
    assertThat(Folder.read("library").canonicalJson())
        .doesNotContain("segments", "monitors", "holdout", "balance", "overriddenBy");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultNamesFileLineAndCure(Spoiled spoiled) {
    spoiled.check(Alike.in(Folder.bookshop(target)));
  }

  private static Spoiled swap(
      String name, String file, String was, String is, String at, String what, String cure) {
    UnaryOperator<Folder> spoil = folder -> folder.replace(file, was, is);
    return spoiled(name, spoil, file, at, what, cure);
  }

  static Stream<Spoiled> faults() {
    return Stream.of(
            List.of(
                swap(
                    "one answer",
                    AGE,
                    "  over-30: {en: 30 or over, de: 30 oder älter}\n",
                    "",
                    "answers:",
                    "fewer than two",
                    "two to twenty"),
                swap(
                    "a tiny group", AGE, "smallest: 30", "smallest: 4", "smallest:", "'4'", "5 to"),
                swap(
                    "a segment under another purpose",
                    AGE,
                    "purpose: fairness-audit",
                    "purpose: recommendations",
                    "purpose:",
                    "volunteers",
                    "collect, audit"),
                swap(
                    "nobody's monitor",
                    MONITOR,
                    "owner: ethics-officer",
                    "owner: nobody",
                    "owner:",
                    "nobody",
                    "ethics-officer"),
                swap("alpha of one", MONITOR, "alpha: 0.05", "alpha: 1", "alpha:", "1.0", "up to"),
                swap(
                    "no such claim",
                    MONITOR,
                    "claim: fourFifths",
                    "claim: equal",
                    "claim:",
                    "none that can be tested",
                    "fourFifths"),
                swap(
                    "acts of providers",
                    MONITOR,
                    "outcome: exposure",
                    "outcome: acted",
                    "outcome:",
                    "not observed",
                    "segment of people"),
                swap(
                    "no such groups",
                    MONITOR,
                    "groups: publisher-size",
                    "groups: colour",
                    "watches:",
                    "colour",
                    "publisher-size")),
            List.of(
                swap(
                    "a target that is none",
                    GROUPS,
                    "target: catalogue",
                    "target: luck",
                    "target:",
                    "luck",
                    "catalogue, consumption"),
                swap(
                    "an envelope upside down",
                    ROW,
                    "lowest: 0.001,",
                    "lowest: 0.5,",
                    "strength:",
                    "above the highest",
                    "lower"),
                swap(
                    "shares for a group that is none",
                    ROW,
                    "shares: {small: 0.3}",
                    "shares: {tiny: 0.3}",
                    "shares:",
                    "has not",
                    "small"),
                swap(
                    "shares that leave nothing",
                    ROW,
                    "shares: {small: 0.3}",
                    "shares: {small: 0.6, large: 0.6}",
                    "shares:",
                    "nothing to rank",
                    "less than 1"),
                swap(
                    "kinds that outweigh the model",
                    ROW,
                    "calibration: 0.2",
                    "calibration: 0.4",
                    "balance:",
                    "0.4",
                    "0 to 0.3"),
                swap(
                    "a limit on the side on which it gets better",
                    "models/what-goes-together.yaml",
                    "support: {atLeast: 5}",
                    "support: {atMost: 5}",
                    "limits:",
                    "the wrong way round",
                    "atLeast"),
                swap(
                    "a limit that no model can miss",
                    "models/what-goes-together.yaml",
                    "support: {atLeast: 5}",
                    "ndcg: {atLeast: -1}",
                    "limits:",
                    "No model can miss",
                    "better and worse"),
                swap(
                    "a balance without a limit",
                    ROW,
                    ", loss: 0.1}\n",
                    "}\n",
                    "balance:",
                    "'loss' is missing",
                    "Write a number"),
                swap(
                    "a balance of nothing",
                    ROW,
                    "balance: {calibration: 0.2, diversity: 0.1, popularity: 0.1,",
                    "balance: {",
                    "balance:",
                    "Nothing is weighed",
                    "take the block out"),
                swap(
                    "too much chance",
                    ROW,
                    "explore: 0.02",
                    "explore: 0.5",
                    "explore:",
                    "0.5",
                    "0 to 0.2"),
                swap(
                    "an experiment on the wording of consent",
                    TEST,
                    "varies: correction",
                    "varies: wording",
                    "varies:",
                    "never an experiment",
                    "more people say yes"),
                swap(
                    "arms that are not everybody",
                    TEST,
                    "stronger: {share: 0.5,",
                    "stronger: {share: 0.3,",
                    "arms:",
                    "0.8",
                    "add up to 1"),
                swap(
                    "an experiment without a yes",
                    TEST,
                    "purpose: recommendations",
                    "purpose: order-service",
                    "purpose:",
                    "not shown for",
                    "nobody is in it")))
        .flatMap(List::stream);
  }

  @Test
  void aSurfaceCorrectsWhatIsWatchedOnIt() {
    Folder folder =
        Alike.in(Folder.bookshop(target))
            .replace(MONITOR, "surface: home-row", "surface: item-page");
    assertThat(Spoiled.faults(folder))
        .anySatisfy(fault -> {
          assertThat(fault.file()).isEqualTo(ROW);
          assertThat(fault.what()).contains("does not watch");
        });
  }
}
