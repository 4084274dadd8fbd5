package org.aboveboard.policy.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Said;
import org.aboveboard.policy.map.Edge.Leg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The order of the boxes, judged by counting crossings pair by pair.
final class CrossingsTest {
  private static final long SEED = 1981;
  private static final int ROUNDS = 200;
  private static final int MANY = 500;

  @Test
  void countsTheSameAsLookingAtEveryPair() {
    var random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      var lines = new ArrayList<Crossings.Line>();
      for (int i = 0; i < random.nextInt(40); i++) {
        lines.add(new Crossings.Line(random.nextInt(9), random.nextInt(9)));
      }
      assertThat(Crossings.count(lines)).as("round %d", round).isEqualTo(pairs(lines));
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedPolicyCrossesNoMoreThanInAlphabeticalOrder(String name) {
    var map = map(Folder.read(name));
    assertThat(pairs(map, drawn(map))).isLessThanOrEqualTo(pairs(map, alphabetical(map)));
  }

  @Test
  void whatCanBeUntangledIsUntangled() {
    var legs = List.of(new Leg("a", "z"), new Leg("b", "y"), new Leg("c", "x"), new Leg("z", "m"));
    var alphabetical = List.of(List.of("a", "b", "c"), List.of("x", "y", "z"), List.of("m"));
    assertThat(Order.crossings(alphabetical, legs)).isEqualTo(3);
    assertThat(Order.crossings(Order.of(alphabetical, legs), legs)).isZero();
  }

  @Test
  void aPolicyDrawnByChanceCrossesNoMoreThanInAlphabeticalOrder() {
    var random = new SplittableRandom(SEED);
    long before = 0;
    long after = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var map = map(Drawn.policy(random, 1 + random.nextInt(14)));
      long alphabetical = pairs(map, alphabetical(map));
      long drawn = pairs(map, drawn(map));
      assertThat(drawn).as("seed %d, round %d", SEED, round).isLessThanOrEqualTo(alphabetical);
      assertThat(drawn).isEqualTo(map.crossings());
      before += alphabetical;
      after += drawn;
    }
    assertThat(after).as("of %d crossings", before).isLessThan(before / 2);
  }

  @Test
  void theSameDeclarationLooksTheSameHoweverItsBoxesCome() {
    var one = map(Drawn.policy(new SplittableRandom(SEED), 20));
    var other = map(Drawn.policy(new SplittableRandom(SEED), 20));
    assertThat(one.json()).isEqualTo(other.json());
  }

  @Test
  void fiveHundredPurposesAreLaidOut() {
    var policy = Drawn.policy(new SplittableRandom(SEED), MANY);
    var map = map(policy);
    assertThat(map.boxes(Lane.USED)).hasSize(MANY);
    assertThat(map.crossings()).isLessThan(Order.crossings(alphabetical(map), legs(map)));
    assertThat(map.around(Kind.PURPOSE.box("p7")).orElseThrow().boxes()).hasSizeLessThan(MANY);
  }

  static Stream<String> shipped() throws IOException {
    try (var folders = Files.list(Folder.shipped())) {
      return folders
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .toList()
          .stream();
    }
  }

  private static DataMap map(Policy policy) {
    return DataMap.of(policy, Language.EN, Said.NOON);
  }

  private static List<List<String>> drawn(DataMap map) {
    return Arrays.stream(Lane.values())
        .map(lane -> map.stops(lane).stream().map(Stop::id).toList())
        .toList();
  }

  private static List<List<String>> alphabetical(DataMap map) {
    return drawn(map).stream().map(lane -> lane.stream().sorted().toList()).toList();
  }

  private static List<Leg> legs(DataMap map) {
    return map.edges().stream().flatMap(Edge::legs).distinct().toList();
  }

  private static long pairs(DataMap map, List<List<String>> order) {
    Map<String, Integer> places = new HashMap<>();
    order.forEach(lane -> lane.forEach(id -> places.put(id, lane.indexOf(id))));
    var crossings = 0L;
    for (var lane : order) {
      crossings +=
          pairs(
              legs(map).stream()
                  .filter(leg -> lane.contains(leg.from()))
                  .map(leg ->
                      new Crossings.Line(
                          places.getOrDefault(leg.from(), -1), places.getOrDefault(leg.to(), -1)))
                  .toList());
    }
    return crossings;
  }

  private static long pairs(List<Crossings.Line> all) {
    var lines = all.stream().distinct().toList();
    var crossings = 0L;
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < i; j++) {
        int begins = Integer.compare(lines.get(i).begins(), lines.get(j).begins());
        int ends = Integer.compare(lines.get(i).ends(), lines.get(j).ends());
        crossings += begins * ends < 0 ? 1 : 0;
      }
    }
    return crossings;
  }
}
