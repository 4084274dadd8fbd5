package org.aboveboard.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The measures against values that were computed elsewhere, to the last printed digit.
class ReferenceTest {
  private static final String TINY = "reference/tiny_fixture.json";
  private static final String FILMS = "reference/ml100k_reference.json";
  private static final String SHOP = "reference/obd_women_reference.json";
  private static final Offset<Double> SIX_DIGITS = within(5.0001e-7);

  @Test
  void giniIsThatOfTheFixture() throws IOException {
    for (var counts : List.of("[1,1,1,1]", "[0,0,0,4]", "[1,2,3,4]")) {
      assertThat(Exposure.of(numbers(counts)).gini())
          .hasValueCloseTo(Shared.number(TINY, "gini_examples", counts), within(1e-12));
    }
  }

  @Test
  void exposureOfPopularFilmsIsThatOfTheReference() throws IOException {
    var films = Films.read();
    var top10 = films.people().stream().map(person -> person.top(10)).toList();
    var exposure = Exposure.ofLists(films.popularity().size(), top10);
    assertThat(exposure.items()).isEqualTo((int) Shared.number(FILMS, "items"));
    assertThat(exposure.gini())
        .hasValueCloseTo(Shared.number(FILMS, "exposure_pop_top10", "gini"), SIX_DIGITS);
    assertThat(exposure.coverage())
        .isEqualTo((int) Shared.number(FILMS, "exposure_pop_top10", "coverage"));
    assertThat(exposure.coverageShare())
        .hasValueCloseTo(Shared.number(FILMS, "exposure_pop_top10", "coverage_frac"), SIX_DIGITS);
    assertThat(
            exposure.meanPopularity(
                films.popularity().stream().mapToLong(Long::longValue).toArray()))
        .hasValueCloseTo(Shared.number(FILMS, "exposure_pop_top10", "mean_pop"), within(5.0001e-4));
  }

  @Test
  void groupMeansOfPopularFilmsAreThoseOfTheReference() throws IOException {
    assertGroups("gender", 0);
    assertGroups("age", 1);
  }

  @Test
  void exposureInARealShopIsThatOfTheReference() throws IOException {
    for (var policy : List.of("random", "bts")) {
      var exposure = shop(policy);
      assertThat(exposure.gini())
          .hasValueCloseTo(Shared.number(SHOP, "women/" + policy, "exposure_gini"), SIX_DIGITS);
      assertThat(exposure.coverage())
          .isEqualTo((int) Shared.number(SHOP, "women/" + policy, "items_shown"));
    }
  }

  private static void assertGroups(String family, int position) throws IOException {
    var groups = Films.groups();
    var values = new HashMap<String, double[]>();
    for (var person : Films.read().people()) {
      var group = groups.getOrDefault(person.id(), List.of()).get(position);
      values.merge(group, new double[] {person.ndcg100()}, ReferenceTest::joined);
    }
    var comparison = Comparison.of(values, new Floor(10));
    assertThat(comparison.shown()).hasSize(values.size());
    for (var shown : comparison.shown()) {
      assertThat(shown.people()).isEqualTo((int) expected(family, shown, "n"));
      assertThat(shown.mean()).isCloseTo(expected(family, shown, "ndcg100"), SIX_DIGITS);
      assertThat(shown.error()).isCloseTo(expected(family, shown, "se"), SIX_DIGITS);
    }
    assertThat(comparison.gap())
        .hasValueCloseTo(Shared.number(FILMS, "fair_test_pop", family + "_gap"), SIX_DIGITS);
  }

  private static double expected(String family, GroupMean group, String name) throws IOException {
    return Shared.number(FILMS, "fair_test_pop", family, group.group(), name);
  }

  private static Exposure shop(String policy) throws IOException {
    try (var lines = Files.lines(Shared.file("obd-women/" + policy + "/women.csv"))) {
      var items = lines.skip(1).mapToInt(line -> Integer.parseInt(line.split(",", 4)[2])).toArray();
      return Exposure.ofLists(
          (int) Shared.number(SHOP, "women/" + policy, "items"), List.of(items));
    }
  }

  private static double[] joined(double[] some, double[] more) {
    return Stream.of(some, more).flatMapToDouble(Arrays::stream).toArray();
  }

  private static long[] numbers(String list) {
    return Stream.of(list.replaceAll("[\\[\\]]", "").split(",", -1))
        .flatMapToLong(number -> LongStream.of(Long.parseLong(number)))
        .toArray();
  }
}
