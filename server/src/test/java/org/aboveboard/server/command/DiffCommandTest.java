package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.aboveboard.server.declaration.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir Path folder;

  @Test
  void equalPoliciesAreEqualWhereverTheyLie() throws Exception {
    Typed typed = Typed.of("diff", "bookshop", Draft.of("bookshop", folder).toString());
    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(typed.said()).isEqualTo("Nothing is declared differently.\n");
  }

  @Test
  void whatDiffersIsToldThingByThingAndWhatFollowsAfterIt() throws Exception {
    Draft after =
        Draft.of("bookshop", folder)
            .replace("purposes/recommendations.yaml", "retention: P90D", "retention: P180D")
            .replace("surfaces/home-row.yaml", "length: 12", "length: 10");
    Typed typed = Typed.of("diff", "bookshop", after.toString());
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.said())
        .containsSubsequence(
            "  bookshop\n",
            "  " + after + "\n",
            "purposes/recommendations.yaml, the purpose \"book suggestions\"\n",
            "  widening   acts are kept 180 days instead of 90 days\n",
            "surfaces/home-row.yaml, the surface \"Suggested for you\"\n",
            "  wording    it shows at most 10 instead of 12\n",
            "This widens the policy",
            "Must agree: Data steward (wording, widening)",
            "Everybody who said yes to \"book suggestions\" is asked again about: acts are kept 180"
                + " days instead of 90 days");
  }

  @Test
  void aPolicyWithFaultsIsToldWithItsFaults() throws Exception {
    Draft spoiled =
        Draft.of("bookshop", folder).replace("signals/views.yaml", "weight: 1", "weight: heavy");
    Typed typed = Typed.of("diff", "bookshop", spoiled.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said())
        .contains("The policy in " + spoiled + " has faults", "signals/views.yaml:2:", "Mend");
  }

  @Test
  void itNeedsTwoPolicies() {
    refused("We need the folders of two policies", "diff", "bookshop");
    refused("There are too many words", "diff", "a", "b", "c");
    refused("There is no folder nowhere", "diff", "bookshop", "nowhere");
  }

  private static void refused(String why, String... words) {
    Typed typed = Typed.of(words);
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains(why);
  }
}
