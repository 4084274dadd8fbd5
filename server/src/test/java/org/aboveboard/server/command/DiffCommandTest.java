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
  void anApprovalIsADifferenceThoughNothingIsDeclaredDifferently() throws Exception {
    Path key = folder.resolve("mo.key");
    String made =
        Typed.of("approve", "--new-key", key.toString())
            .said()
            .lines()
            .filter(line -> line.startsWith("key: "))
            .findFirst()
            .orElseThrow();
    String person = "name: M. O.\nrole: ethics-officer\n" + made + "\n";
    Draft before = Draft.of("bookshop", folder.resolve("before")).write("people/mo.yaml", person);
    Draft after = Draft.of("bookshop", folder.resolve("after")).write("people/mo.yaml", person);
    Typed approved =
        Typed.of(
            "approve",
            "--policy",
            after.toString(),
            "--purpose",
            "taste-profile",
            "--as",
            "mo",
            "--key",
            key.toString(),
            "--until",
            "2027-01-31",
            "--why",
            "We saw nothing against it.",
            "--results",
            "none");
    assertThat(approved.code()).as(approved.said()).isZero();
    Typed typed = Typed.of("diff", before.toString(), after.toString());
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.said())
        .contains("Nothing is declared differently.", "is now on until 2027-01-31");
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
