package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProtocolTest {
  private static final int TASTES = 4;
  private static final int ITEMS_PER_TASTE = 30;

  @Test
  void whereTastesDifferTheModelGuessesBetterThanPopularity() {
    var protocol = new Protocol("made-up", 40, 40, List.of(1.0, 20.0, 300.0), 0);
    Protocol.Report report = protocol.evaluate(ratings(300), 1);
    assertThat(report.best().result().test().ndcg100())
        .isGreaterThan(report.popularity().test().ndcg100() + 0.1);
    assertThat(report.fits()).extracting(Protocol.Fit::lambda).containsExactly(1.0, 20.0, 300.0);
  }

  /// People who like what is in their own taste, and a little of the rest.
  static Ratings ratings(int people) {
    var random = new SplittableRandom(11);
    List<String> users = new ArrayList<>();
    List<Integer> items = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      for (int item : likes(random, person % TASTES)) {
        users.add("person-" + person);
        items.add(item);
      }
    }
    return Ratings.of(
        users.toArray(String[]::new),
        items.stream().mapToInt(Integer::intValue).toArray(),
        random.doubles(items.size(), 3.5, 5).map(Math::round).toArray());
  }

  private static int[] likes(RandomGenerator random, int taste) {
    return random
        .doubles(20)
        .mapToInt(chance -> {
          int of = chance < 0.8 ? taste : random.nextInt(TASTES);
          return of * ITEMS_PER_TASTE + random.nextInt(ITEMS_PER_TASTE);
        })
        .distinct()
        .toArray();
  }

  @Test
  void aPersonIsOnOneSideOfTheSplitAlone() {
    Split split = Split.of(ratings(120), "salt", 30, 20);
    List<String> everyone =
        Stream.of(split.test(), split.validation())
            .flatMap(List::stream)
            .map(Split.Holdout::user)
            .toList();
    assertThat(everyone).doesNotHaveDuplicates().doesNotContainAnyElementsOf(split.trained());
  }

  @Test
  void aFifthIsHeldOutAndNeverTold() {
    for (Split.Holdout person : Split.of(ratings(120), "salt", 30, 20).test()) {
      int known = person.told().size() + person.heldOut().size();
      assertThat(person.heldOut().size()).isEqualTo(known / 5);
      assertThat(person.heldOut().stream().filter(person.told()::has)).isEmpty();
    }
  }

  @Test
  void anotherSaltIsAnotherSplit() {
    var ratings = ratings(120);
    assertThat(Split.of(ratings, "a", 30, 20).trained())
        .isNotEqualTo(Split.of(ratings, "b", 30, 20).trained())
        .isEqualTo(Split.of(ratings, "a", 30, 20).trained());
  }

  @Test
  void tooFewPeopleAreRefusedWithTheirNumber() {
    assertThatThrownBy(() -> Split.of(ratings(40), "salt", 30, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("40 people");
  }

  @Test
  void figuresFollowTheirFormulas() {
    var figures = Figures.of(List.of(8, 3, 5), Row.of(3, 7));
    double discount = Math.log(2) / Math.log(3);
    assertThat(figures.recall20()).isEqualTo(0.5);
    assertThat(figures.ndcg10()).isCloseTo(discount / (1 + discount), within(1e-15));
    assertThat(figures.hit10()).isEqualTo(1);
    assertThat(Figures.of(List.of(8), Row.of(3))).isEqualTo(new Figures(0, 0, 0, 0, 0, 0));
  }
}
