package org.aboveboard.fairness.stability;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aboveboard.fairness.Figure;

/// Rank-biased overlap: how alike two rankings are, the top counting most (Webber, Moffat & Zobel
/// 2010, extrapolated, their equation 32).
///
/// With X_d items common to the first d places, a shorter list of s and a longer one of l, it is (1
/// − p)/p · (Σ_{d≤l} X_d/d·p^d + Σ_{s<d≤l} X_s(d − s)/(s·d)·p^d) + ((X_l − X_s)/l + X_s/s)·p^l.
///
/// @param p how likely a reader goes on to the next place; .9 puts about 86 % on the first ten
public record Rbo(double p) {
  public Rbo {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("p lies between 0 and 1, such as .9");
    }
  }

  /// From 0 for lists that share nothing to 1 for the same list. An empty list is like nothing.
  public Figure of(int[] one, int[] other) {
    var shorter = one.length <= other.length ? one : other;
    var longer = one.length <= other.length ? other : one;
    if (shorter.length == 0) {
      return Figure.none(Figure.Why.NOTHING);
    }
    return Figure.of(Math.clamp(extrapolated(overlaps(shorter, longer), shorter.length), 0, 1));
  }

  /// RLS, the rank list sensitivity: the mean over people of how alike their lists are before and
  /// after a change (Oh et al. 2022). Those without a list on either side are left out.
  public Figure rls(List<int[]> before, List<int[]> after) {
    if (before.size() != after.size()) {
      throw new IllegalArgumentException("everybody has a list before and a list after");
    }
    double sum = 0;
    int people = 0;
    for (int i = 0; i < before.size(); i++) {
      var likeness = of(before.get(i), after.get(i)).known();
      sum += likeness.orElse(0);
      people += likeness.isPresent() ? 1 : 0;
    }
    return people == 0 ? Figure.none(Figure.Why.NOTHING) : Figure.of(sum / people);
  }

  private double extrapolated(int[] overlaps, int s) {
    int l = overlaps.length - 1;
    double shared = overlaps[s];
    double sum = 0;
    double power = 1;
    for (int d = 1; d <= l; d++) {
      power *= p;
      double beyond = d > s ? shared * (d - s) / s : 0;
      sum += (overlaps[d] + beyond) / d * power;
    }
    return (1 - p) / p * sum + ((overlaps[l] - shared) / l + shared / s) * power;
  }

  /// X_d for d from 0 to the length of the longer list.
  private static int[] overlaps(int[] shorter, int[] longer) {
    var inShorter = new HashSet<Integer>();
    var inLonger = new HashSet<Integer>();
    var overlaps = new int[longer.length + 1];
    for (int d = 0; d < longer.length; d++) {
      int common = add(inLonger, longer[d]) && inShorter.contains(longer[d]) ? 1 : 0;
      if (d < shorter.length) {
        common += add(inShorter, shorter[d]) && inLonger.contains(shorter[d]) ? 1 : 0;
      }
      overlaps[d + 1] = overlaps[d] + common;
    }
    return overlaps;
  }

  private static boolean add(Set<Integer> seen, int item) {
    if (!seen.add(item)) {
      throw new IllegalArgumentException("item " + item + " stands twice in a list: rank it once");
    }
    return true;
  }
}
