package org.aboveboard.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aboveboard.fairness.Floor;
import org.aboveboard.models.Figures;
import org.aboveboard.models.Protocol.Served;
import org.aboveboard.models.Split;
import org.junit.jupiter.api.Test;

final class BySegmentTest {
  private static final int FLOOR = 5;
  private static final Split SPLIT = People.split(200, 40);

  /// Two women have a short history: the total less those with a long one would be these two.
  @Test
  void aSmallGroupIsNotTheDifferenceOfATotalAndAStratum() {
    List<String> byLength = byLength();
    Map<String, String> said = new HashMap<>();
    byLength.forEach(user -> said.put(user, "man"));
    byLength.subList(0, 2).forEach(user -> said.put(user, "woman"));
    byLength.subList(30, 40).forEach(user -> said.put(user, "woman"));

    List<Report.Segment> told = told(said);

    assertThat(groups(told, "all")).containsExactly("man", "woman");
    assertThat(groups(told, "short history")).isEmpty();
    assertThat(groups(told, "long history")).isEmpty();
    for (String group : List.of("man", "woman")) {
      int hidden =
          people(told, "all", group)
              - people(told, "short history", group)
              - people(told, "long history", group);
      assertThat(hidden).as(group).matches(n -> n == 0 || n >= FLOOR);
    }
  }

  @Test
  void largeGroupsAreShownInEachStratum() {
    List<String> byLength = byLength();
    Map<String, String> said = new HashMap<>();
    for (int k = 0; k < byLength.size(); k++) {
      said.put(byLength.get(k), k % 2 == 0 ? "man" : "woman");
    }
    List<Report.Segment> told = told(said);
    for (String stratum : List.of("all", "short history", "long history")) {
      assertThat(groups(told, stratum)).as(stratum).containsExactly("man", "woman");
    }
    assertThat(told.getFirst().coverage()).contains(1.0);
  }

  @Test
  void aSmallGroupIsNotEvenNamed() {
    List<String> byLength = byLength();
    Map<String, String> said = new HashMap<>();
    byLength.forEach(user -> said.put(user, "man"));
    byLength.subList(0, 2).forEach(user -> said.put(user, "other"));
    byLength.subList(2, 20).forEach(user -> said.put(user, "woman"));

    Report.Segment all = told(said).getFirst();

    assertThat(all.toString()).doesNotContain("other");
    assertThat(all.notShown()).as("with one more, so that no total tells").isEqualTo(2);
  }

  @Test
  void howFewAnsweredIsNotTold() {
    Map<String, String> said = new HashMap<>();
    byLength().subList(0, 2).forEach(user -> said.put(user, "woman"));
    assertThat(told(said).getFirst().coverage()).isEmpty();
  }

  private static List<Report.Segment> told(Map<String, String> said) {
    Matter matter =
        new Matter(
            "made-up",
            SPLIT,
            new TreeMap<>(Map.of("gender", said)),
            new TreeMap<>(),
            Map.of(),
            Optional.empty(),
            Signals.none(),
            false);
    List<Served> served =
        SPLIT.test().stream()
            .map(one -> new Served(one.user(), List.of(), Figures.of(List.of(), one.heldOut())))
            .toList();
    return new BySegment(matter, new Floor(FLOOR)).of(served);
  }

  private static List<String> byLength() {
    return SPLIT.test().stream()
        .sorted(Comparator.comparingInt(one -> one.told().size()))
        .map(Split.Holdout::user)
        .toList();
  }

  private static List<String> groups(List<Report.Segment> told, String stratum) {
    return shown(told, stratum).map(Report.Group::group).toList();
  }

  private static int people(List<Report.Segment> told, String stratum, String group) {
    return shown(told, stratum)
        .filter(one -> one.group().equals(group))
        .mapToInt(Report.Group::people)
        .sum();
  }

  private static Stream<Report.Group> shown(List<Report.Segment> told, String stratum) {
    Optional<Report.Segment> found =
        told.stream().filter(one -> one.stratum().equals(stratum)).findFirst();
    return found.orElseThrow().groups().stream();
  }
}
