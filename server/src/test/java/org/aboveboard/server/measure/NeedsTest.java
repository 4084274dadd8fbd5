package org.aboveboard.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.server.load.DataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeedsTest {
  private static final int SEED = 7;
  private static final int PEOPLE = 600;

  @TempDir Path folder;

  @Test
  void aSignalThatIsNoiseIsNeedlessAndOneThatTellsIsNot() throws Exception {
    var needs = needs("shop", MadeUp.shop(folder, PEOPLE, SEED));
    assertThat(needs.ndcg()).as("seed %d", SEED).isBetween(0.2, 1.0);
    assertThat(needs.recall()).as("seed %d", SEED).isBetween(0.3, 1.0);
    assertThat(needs.parts())
        .extracting(Needs.Part::file)
        .containsExactly("signals/carts.yaml", "signals/purchases.yaml", "signals/views.yaml");
    assertThat(needless(needs)).as("seed %d", SEED).containsExactly("without carts");
  }

  @Test
  void aThresholdThatTellsIsNeeded() throws Exception {
    var needs = needs("films", MadeUp.films(folder, PEOPLE, SEED, true));
    assertThat(needs.parts())
        .extracting(Needs.Part::without)
        .containsExactly("without ratings", "all of ratings");
    assertThat(needless(needs)).as("seed %d", SEED).isEmpty();
  }

  @Test
  void aThresholdThatTellsNothingIsNotNeeded() throws Exception {
    var needs = needs("films", MadeUp.films(folder, PEOPLE, SEED, false));
    assertThat(needless(needs)).as("seed %d", SEED).containsExactly("all of ratings");
    assertThat(needs.parts())
        .filteredOn(part -> part.without().equals("all of ratings"))
        .singleElement()
        .satisfies(part -> {
          assertThat(part.file()).isEqualTo("events/rated.yaml");
          assertThat(part.path()).containsExactly("fields", "value");
        });
  }

  private static List<String> needless(Needs needs) {
    return needs.parts().stream()
        .map(needs::answer)
        .filter(Needs.Answer::isNeedless)
        .map(answer -> answer.part().without())
        .toList();
  }

  @Test
  void whatNoModelUsesAndWhatTheDataLacksIsSaidNotToBeMeasured() throws Exception {
    var needs = needs("bookshop", MadeUp.films(folder, PEOPLE, SEED, true));
    assertThat(needs.unmeasured())
        .containsExactly(
            "signals/purchases.yaml: not measured: the data has none of it.",
            "signals/views.yaml: not measured: the data has none of it.",
            "events/added-to-cart.yaml: field 'quantity' not measured: no model uses it.",
            "events/bought.yaml: field 'order' not measured: no model uses it.",
            "events/bought.yaml: field 'total' not measured: no model uses it.");
  }

  @Test
  void theSameSeedMeasuresTheSame() throws Exception {
    var data = MadeUp.shop(folder, PEOPLE, SEED);
    var one = needs("shop", data);
    var other = needs("shop", data);
    var part = one.parts().getFirst();
    assertThat(one.answer(part)).isEqualTo(other.answer(part));
  }

  @Test
  void ofManyPeopleAndItemsSomeAreMeasuredAndThatIsSaid() throws Exception {
    var bounds = new Needs.Bounds(200, 50, 200, 1);
    var needs =
        Needs.of(
            policy("shop"),
            DataSet.open(MadeUp.shop(folder, PEOPLE, SEED)),
            bounds,
            _ -> {},
            new SplittableRandom(SEED));
    assertThat(needs.measured())
        .containsPattern("[0-9]+ people guessed for, of 200 measured and 600 in the data")
        .contains("50 items of 120");
  }

  @Test
  void dataWithoutTheModelsActsCannotBeMeasured() throws Exception {
    Files.writeString(folder.resolve("events.csv"), "user,event,item\n1,sneezed,2\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> needs("shop", folder))
        .withMessageContaining("nobody");
  }

  private static Needs needs(String policy, Path data) throws Exception {
    var bounds = new Needs.Bounds(10_000, 1_000, 20, 2);
    return Needs.of(
        policy(policy), DataSet.open(data), bounds, _ -> {}, new SplittableRandom(SEED));
  }

  private static Policy policy(String name) throws Exception {
    var root = Path.of(System.getProperty("aboveboard.root", ".."));
    return PolicyFiles.read(root.resolve("policies").resolve(name)).policy();
  }
}
