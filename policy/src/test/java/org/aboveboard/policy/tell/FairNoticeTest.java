package org.aboveboard.policy.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.aboveboard.policy.Alike;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people are told of how they and providers are compared, and of what is done to lists.
final class FairNoticeTest {
  @TempDir private Path target;

  @Test
  void aSegmentSaysWhatIsAskedAndThatNobodyHasToAnswer() {
    var policy = Alike.in(Folder.bookshop(target)).read();
    assertThat(Notice.of(policy, Language.EN).said("segments", "age"))
        .contains(
            "How old are you?",
            "30 or over and Under 30",
            "You do not have to.",
            "We never learn from it.",
            "fewer than 30 people");
    assertThat(Notice.of(policy, Language.DE).said("segments", "age"))
        .contains("Du musst nicht.", "Wir lernen nie daraus.", "weniger als 30 Menschen");
  }

  @Test
  void aPlaceSaysWhatItDoesWithItsLists() {
    var policy = Alike.in(Folder.bookshop(target)).read();
    assertThat(Notice.of(policy, Language.EN).said("choosing", "home-row"))
        .contains(
            "moved up, within a limit: large publishers and small publishers",
            "small publishers: 30 of 100",
            "We mix the list, within a limit: the kinds you like, not all alike and some that few know.",
            "In 2 of 100 lists one place is drawn by chance",
            "For 1 of 100 people",
            "health, faith, politics and love: 1");
    assertThat(Notice.of(policy, Language.DE).said("choosing", "home-row"))
        .contains(
            "Wir mischen die Liste, bis zu einer Grenze: die Arten, die du magst, nicht alles gleich",
            "In 2 von 100 Listen",
            "Bei 1 von 100 Menschen");
  }

  @Test
  void anExperimentSaysWhatItIsStoppedBy() {
    var policy = Alike.in(Folder.bookshop(target)).read();
    assertThat(Notice.of(policy, Language.EN).said("experiments", "stronger-hand"))
        .contains("until 2027-06-30", "We stop if this is seen: Fewer books are bought.");
  }

  @Test
  void aPolicyWithoutAnyOfItSaysNothingOfIt() {
    assertThat(Notice.of(Folder.read("films"), Language.EN).sections())
        .extracting(Notice.Section::id)
        .doesNotContain("segments", "monitors", "experiments");
  }

  @Test
  void anAdjustmentNamesWhomOrWhatItIsFor() {
    var policy = Alike.in(Folder.bookshop(target)).read();
    assertThat(said(policy, Language.EN))
        .containsExactly(
            "small publishers must be seen",
            "small publishers have a place in each list",
            "closer to the kinds you choose",
            "so that not all is alike",
            "fewer people have chosen it so far",
            "drawn by chance, to find out what you like",
            "so that not all is guesses about your taste",
            "so that not all is Fiction");
    assertThat(said(policy, Language.DE)).first().isEqualTo("kleine Verlage sollen zu sehen sein");
  }

  private static List<String> said(Policy policy, Language language) {
    var groups = policy.groups("publisher-size").orElseThrow();
    return List.of(
            Adjusted.corrected(groups, "small").orElseThrow(),
            Adjusted.lifted(groups, "small").orElseThrow(),
            new Adjusted.Calibrated(),
            new Adjusted.Diverse(),
            new Adjusted.LessKnown(),
            new Adjusted.Explored(),
            Adjusted.capped(policy, "taste"),
            Adjusted.capped(policy, "Fiction"))
        .stream()
        .map(adjusted -> adjusted.in(language))
        .toList();
  }
}
