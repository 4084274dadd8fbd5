package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.aboveboard.models.Row;

/// The day of each act that is learnt from, so that a shorter retention can be tried.
public final class Ages {
  private final List<int[]> days;

  private Ages(List<int[]> days) {
    this.days = days;
  }

  /// @param days for each row that is learnt from the day of each of its items, as days since 1970
  public static Ages of(Collection<int[]> days) {
    return new Ages(days.stream().map(int[]::clone).toList());
  }

  /// How many days lie between the first act and the last, both counted.
  int span() {
    IntSummaryStatistics all = days.stream().flatMapToInt(Arrays::stream).summaryStatistics();
    return all.getCount() == 0 ? 0 : all.getMax() - all.getMin() + 1;
  }

  /// What is left of the rows where nothing is kept for longer than this, as of the last day.
  List<Row> kept(List<Row> rows, int atMost) {
    int last = days.stream().flatMapToInt(Arrays::stream).max().orElse(0);
    List<Row> left = new ArrayList<>();
    for (int person = 0; person < rows.size(); person++) {
      int[] of = days.get(person);
      left.add(rows.get(person).where(place -> of[place] > last - atMost));
    }
    return left;
  }

  /// What there was that many days before the last.
  List<Row> before(List<Row> rows, int ago) {
    int last = days.stream().flatMapToInt(Arrays::stream).max().orElse(0);
    List<Row> left = new ArrayList<>();
    for (int person = 0; person < rows.size(); person++) {
      int[] of = days.get(person);
      left.add(rows.get(person).where(place -> of[place] <= last - ago));
    }
    return left;
  }
}
