package org.aboveboard.fairness.variety;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aboveboard.fairness.Figure;

/// How popular the items are that people get (Abdollahpouri, Burke & Mobasher 2019), from how many
/// people chose each item. Of people the means are taken; who has an empty list is left out.
public final class PopularityBias {
  private final long[] popularity;

  private PopularityBias(long[] popularity) {
    this.popularity = popularity;
  }

  /// The items 0, 1, 2 and so on with this popularity.
  public static PopularityBias of(long... popularity) {
    if (!LongStream.of(popularity).allMatch(count -> count >= 0)) {
      throw new IllegalArgumentException("popularity is 0 or more");
    }
    return new PopularityBias(popularity.clone());
  }

  /// ARP, the average recommendation popularity: of each list its items' mean popularity.
  public Figure arp(List<int[]> lists) {
    return mean(lists, list -> IntStream.of(list).mapToLong(this::of).average().orElse(0));
  }

  /// APLT, the average percentage of long-tail items, as a share from 0 to 1.
  ///
  /// @param head the items with more than this popularity are not of the long tail
  public Figure aplt(List<int[]> lists, long head) {
    return mean(lists, list -> tail(list, head) / (double) list.length);
  }

  /// ACLT, the average coverage of long-tail items: how many of them a list has.
  public Figure aclt(List<int[]> lists, long head) {
    return mean(lists, list -> tail(list, head));
  }

  /// ΔGAP of a group of people: (GAP_rec − GAP_profile) / GAP_profile, where the group average
  /// popularity is the ARP of what they got and of what they had. 0.5 is half as popular again.
  public Figure deltaGap(List<int[]> profiles, List<int[]> lists) {
    var had = arp(profiles);
    var got = arp(lists);
    if (had instanceof Figure.Value(double profile) && got instanceof Figure.Value(double list)) {
      return Figure.ratio(list - profile, profile);
    }
    return had instanceof Figure.None ? had : got;
  }

  private long tail(int[] list, long head) {
    return IntStream.of(list).filter(item -> of(item) <= head).count();
  }

  private long of(int item) {
    if (item < 0 || item >= popularity.length) {
      throw new IllegalArgumentException(
          "item " + item + " has no popularity: give one for each of the catalogue");
    }
    return popularity[item];
  }

  private static Figure mean(List<int[]> lists, ToDoubleFunction<int[]> measure) {
    var some = lists.stream().filter(list -> list.length > 0).mapToDouble(measure).toArray();
    return some.length == 0
        ? Figure.none(Figure.Why.NOTHING)
        : Figure.of(IntStream.range(0, some.length).mapToDouble(i -> some[i]).sum() / some.length);
  }
}
