package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.measure.MadeUp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
  private static final String SUGGESTIONS = "purposes/recommendations.yaml";

  @TempDir Path policy;

  @BeforeEach
  void copyTheShop() {
    Draft.of("shop", policy);
  }

  private void replace(String file, String before, String after) {
    new Draft(policy).replace(file, before, after);
  }

  @Test
  void theShippedPoliciesAreCleanByName() {
    for (String name : List.of("bookshop", "films", "library", "news", "shop")) {
      Typed typed = Typed.of("lint", name);
      assertThat(typed.code()).as(typed.said()).isZero();
      assertThat(typed.said()).contains("0 errors, 0 warnings", "Nothing blocks.");
    }
  }

  @Test
  void withoutAFolderItIsThePolicyInForce() {
    Typed usual = Typed.of("lint");
    assertThat(usual.said()).contains("bookshop: 0 errors", "1 accepted");
    assertThat(usual.said())
        .containsPattern("(?m)^accepted: purposes/taste-profile.yaml:[0-9]+: WARNING A-APPROVAL: ")
        .contains("Reason: It is here to show");
    Typed set = Typed.in(Map.of("ABOVEBOARD_POLICY", policy.toString()), "lint");
    assertThat(set.said()).contains(policy + ": 0 errors");
  }

  @Test
  void aFindingPrintsAsACompilerWouldAndBlocks() {
    replace(SUGGESTIONS, "retention: P180D", "retention: P3Y");
    replace(SUGGESTIONS, "consentLasts: P1Y", "consentLasts: P2Y");
    Typed typed = Typed.of("lint", policy.toString());
    assertThat(typed.code()).isOne();
    assertThat(typed.said().lines())
        .containsExactly(
            "purposes/recommendations.yaml:24: WARNING P-LONG: What rests on a yes is kept for more"
                + " than two years: tastes change sooner. Write 'P2Y' or less, or why it takes"
                + " longer under 'accepted'. (GDPR Art. 5(1)(e))",
            "purposes/recommendations.yaml:25: ERROR DP21: A yes holds for more than 13 months: by"
                + " then few remember that they gave it. Write 'consentLasts: P13M', or shorter."
                + " (ISO/IEC TS 27560, validity_duration)",
            policy + ": 1 error, 1 warning, 0 accepted. It is blocked.");
  }

  @Test
  void faultsAreToldInsteadOfFindings() {
    replace(SUGGESTIONS, "level: general", "level: generous");
    Typed typed = Typed.of("lint", policy.toString());
    assertThat(typed.code()).isOne();
    assertThat(typed.said())
        .containsPattern("purposes/recommendations.yaml:[0-9]+: FAULT: 'level' cannot be")
        .contains(": 1 fault. It cannot be read.");
    assertThat(Typed.of("lint", "no-such-folder").said()).contains("There is no policy folder");
  }

  @Test
  void aSignalThatIsMeasuredToBeNoiseBlocksUntilItsFileSaysWhyItStays(@TempDir Path data)
      throws IOException {
    MadeUp.shop(data, 600, 7);
    Files.writeString(data.resolve("events.csv"), "1,view,\n", StandardOpenOption.APPEND);
    String[] measure = {
      "lint", policy.toString(), "--measure", "--data", data.toString(), "--lambda", "20"
    };
    Typed typed = Typed.of(measure);
    assertThat(typed.code()).as(typed.said()).isOne();
    assertThat(typed.said())
        .contains("1 lines were passed over", "the item is missing")
        .contains("seed 2026: 600 people guessed for")
        .containsPattern("(?m)^  with everything +0[.][0-9]{4} +0[.][0-9]{4}$")
        .containsPattern("(?m)^  without views +0[.][0-9]{4} [(]loss 0[.][0-9]{4}, ")
        .containsPattern("(?m)^signals/carts.yaml:1: WARNING D1-NEED: Answers are as good without")
        .contains("events/bought.yaml: field 'order' not measured: no model uses it.")
        .contains("0 errors, 1 warning, 0 accepted. It is blocked.");
    assertThat(Typed.of(measure).said()).isEqualTo(typed.said());
    replace("signals/carts.yaml", "weight:", "accepted: {D1-NEED: It is new.}\nweight:");
    Typed accepted = Typed.of(measure);
    assertThat(accepted.code()).as(accepted.said()).isZero();
    assertThat(accepted.said()).contains("Reason: It is new.");
  }

  @Test
  void measuringNeedsADataSetThatFits(@TempDir Path data) throws IOException {
    Typed none = Typed.of("lint", "shop", "--measure");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.said()).contains("lint --measure --data FOLDER");
    assertThat(Typed.of("lint", "shop", "--data", "x").said()).contains("Add --measure");
    Files.writeString(data.resolve("events.csv"), "user,event,item\n1,sneezed,2\n");
    Typed other = Typed.of("lint", "shop", "--measure", "--data", data.toString());
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.said()).contains("cannot be measured on this data set");
  }
}
