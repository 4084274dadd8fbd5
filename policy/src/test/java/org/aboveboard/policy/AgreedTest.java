package org.aboveboard.policy;

import static org.aboveboard.policy.Answers.standing;
import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.SUGGESTIONS;
import static org.aboveboard.policy.Said.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Until somebody is asked again, what they agreed to and what is declared hold together.
final class AgreedTest {
  private static final String FILE = "purposes/recommendations.yaml";
  private static final Standing AGREED = standing(yes(1));

  @TempDir private Path target;

  @Test
  void aWordMoreOrLessAsksNobodyAgain() {
    var policy = after(folder().replace(FILE, "{en: book suggestions,", "{en: tips on books,"));
    assertThat(policy.isCovered(suggestions(policy), SUGGESTIONS.digest())).isTrue();
  }

  @Test
  void aNarrowerPurposeAsksNobodyAgainAndHoldsAtOnce() {
    var policy = after(folder().replace(FILE, "retention: P90D", "retention: P30D"));
    assertThat(policy.isCovered(suggestions(policy), SUGGESTIONS.digest())).isTrue();
    assertThat(allowed(policy, Use.SERVE, "home-row").keep().events()).hasToString("P30D");
  }

  @Test
  void aLongerRetentionLeavesTheOldOneUntilThePersonIsAsked() {
    var policy = after(folder().replace(FILE, "retention: P90D", "retention: P1Y"));
    assertThat(policy.isCovered(suggestions(policy), SUGGESTIONS.digest())).isFalse();
    assertThat(allowed(policy, Use.SERVE, "home-row").keep().events()).hasToString("P90D");
    var again =
        standing(yes(1), Said.about(yes(2), SUGGESTIONS.id(), suggestions(policy).digest()));
    assertThat(obligations(policy, Use.SERVE, "home-row", again).keep().events())
        .hasToString("P1Y");
  }

  @Test
  void aNewUseIsDeniedToThoseWhoAgreedWithoutIt() {
    var policy = after(folder().replace(FILE, "train, audit]", "train, audit, disclose]"));
    assertThat(denied(policy, Use.DISCLOSE, Optional.empty())).isEqualTo(Reason.PURPOSE_CHANGED);
    assertThat(allowed(policy, Use.SERVE, "home-row")).isNotNull();
  }

  @Test
  void aNewPlaceIsDeniedToThoseWhoAgreedWithoutIt() {
    var policy =
        after(
            folder()
                .write(
                    "surfaces/letter.yaml",
                    """
                    label: {en: Letter, de: Brief}
                    purposes: [recommendations]
                    fallback: editorial
                    length: 3
                    """));
    assertThat(denied(policy, Use.SERVE, Optional.of("letter"))).isEqualTo(Reason.PURPOSE_CHANGED);
  }

  @Test
  void aCategoryAddedUnderAnAgreedOneIsNotAgreedTo() {
    var policy =
        after(
            folder()
                .write(
                    "categories/late-reading.yaml",
                    """
                    label: {en: reading at night, de: Lesen bei Nacht}
                    sensitivity: ordinary
                    provenance: observed
                    parent: reading-history
                    """)
                .replace(
                    FILE,
                    "  ratings:\n",
                    "  late-reading:\n    necessity: optional\n    because: {en: a, de: b}\n  ratings:\n")
                .write(
                    "events/read-at-night.yaml",
                    """
                    label: {en: read at night, de: nachts gelesen}
                    type: track
                    names: [Night Read]
                    item: properties.product_id
                    signal: views
                    category: late-reading
                    purposes: [recommendations]
                    """));
    var event = policy.event("track", "Night Read").orElseThrow();
    assertThat(admitted(policy, event, AGREED).isKept()).isFalse();
    assertThat(admitted(policy, event, AGREED).denials())
        .extracting(Decision.Deny::reason)
        .containsExactly(Reason.PURPOSE_CHANGED);
    assertThat(allowed(policy, Use.COLLECT, "home-row").events()).doesNotContain("read-at-night");
  }

  @Test
  void aYesToAMeaningNobodyKnowsAllowsNothing() {
    var forgotten = folder().replace(FILE, "retention: P90D", "retention: P30D").read();
    assertThat(denied(forgotten, Use.SERVE, Optional.of("home-row")))
        .isEqualTo(Reason.PURPOSE_CHANGED);
  }

  @Test
  void aYesToLittleIsNoYesToProfiling() {
    var before = folder().replace(FILE, "level: general", "level: context").read();
    var agreed = before.meaning(suggestions(before));
    var policy = BOOKSHOP.after(List.of(agreed));
    assertThat(policy.agreements(SUGGESTIONS)).containsExactly(SUGGESTIONS.digest());
  }

  @Test
  void everyAgreedMeaningTrainsWithItsOwnPart() {
    var policy = after(folder().replace(FILE, "retention: P90D", "retention: P1Y"));
    var now = suggestions(policy);
    assertThat(policy.agreements(now)).containsExactly(now.digest(), SUGGESTIONS.digest());
    assertThat(trains(policy, now.digest()).keep().model()).hasToString("P1Y");
    assertThat(trains(policy, SUGGESTIONS.digest()).keep().model()).hasToString("P90D");
  }

  private static Obligations trains(Policy policy, String agreed) {
    var question = new PopulationQuestion(suggestions(policy), agreed, Use.TRAIN, 1);
    return ((Decision.Allow) policy.decide(question, NOON)).obligations();
  }

  private Folder folder() {
    return Folder.bookshop(target);
  }

  /// The policy of a folder, after the bookshop's.
  private static Policy after(Folder folder) {
    return folder.read().after(List.of(BOOKSHOP.meaning(SUGGESTIONS)));
  }

  private static Purpose suggestions(Policy policy) {
    return policy.purpose("recommendations").orElseThrow();
  }

  private static Obligations allowed(Policy policy, Use use, String surface) {
    return obligations(policy, use, surface, AGREED);
  }

  private static Obligations obligations(
      Policy policy, Use use, String surface, Standing standing) {
    var question =
        new Question(7, suggestions(policy), use, Optional.of(surface), Circumstances.plain());
    return ((Decision.Allow) policy.decide(question, standing, NOON)).obligations();
  }

  private static Reason denied(Policy policy, Use use, Optional<String> surface) {
    var question = new Question(7, suggestions(policy), use, surface, Circumstances.plain());
    return ((Decision.Deny) policy.decide(question, AGREED, NOON)).reason();
  }

  private static Admission admitted(Policy policy, EventType event, Standing standing) {
    Instant now = NOON;
    return Admission.of(policy, event, 7, standing, Circumstances.plain(), now, now);
  }
}
