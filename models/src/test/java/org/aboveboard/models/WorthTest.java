package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.aboveboard.models.Worth.Signal;
import org.junit.jupiter.api.Test;

final class WorthTest {
  private static Ranker knn(List<Row> rows) {
    var learner = new SparseLearner(new ItemKnn(5), 1);
    rows.forEach(row -> learner.replace(Row.empty(), row));
    return learner.publish(0);
  }

  /// Whoever bought 5 bought 9; what was viewed says nothing of it.
  private static final Signal BOUGHT =
      new Signal(
          "bought", List.of(Row.of(5, 9), Row.of(5, 9), Row.of(1), Row.of(2)), List.of(Row.of(5)));

  private static final Signal VIEWED =
      new Signal(
          "viewed",
          List.of(Row.of(1), Row.of(2), Row.of(1, 2), Row.of(1, 2, 3)),
          List.of(Row.of(3)));

  @Test
  void theSignalThatGuessesIsWorthWhatIsLostWithoutIt() {
    List<Worth> worths = Worth.of(List.of(BOUGHT, VIEWED), List.of(Row.of(9)), WorthTest::knn);
    assertThat(worths).extracting(Worth::signal).containsExactly("bought", "viewed");
    // with both, 9 is first; without what was bought it is not known at all
    assertThat(worths.get(0).with().getFirst().ndcg100()).isEqualTo(1);
    assertThat(worths.get(0).without().getFirst().ndcg100()).isZero();
    assertThat(worths.get(0).ndcg100()).isEqualTo(1);
    assertThat(worths.get(1).ndcg100()).isCloseTo(0, within(1e-12));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThatThrownBy(() -> Worth.of(List.of(BOUGHT), List.of(Row.of(9)), WorthTest::knn))
        .hasMessageContaining("two signals");
    assertThatThrownBy(() -> Worth.of(List.of(BOUGHT, BOUGHT), List.of(Row.of(9)), WorthTest::knn))
        .hasMessageContaining("own name");
    assertThatThrownBy(() -> Worth.of(List.of(BOUGHT, VIEWED), List.of(), WorthTest::knn))
        .hasMessageContaining("bought");
    var brief = new Signal("brief", List.of(Row.of(1)), List.of(Row.of(1)));
    assertThatThrownBy(() -> Worth.of(List.of(BOUGHT, brief), List.of(Row.of(9)), WorthTest::knn))
        .hasMessageContaining("brief");
  }
}
