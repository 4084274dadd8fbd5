package org.aboveboard.models.leak;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.aboveboard.models.Row;

/// How the leverage of rows is spread: the share, from 0 to below 1, that each has in its own
/// prediction (Hoaglin and Welsch, "The Hat Matrix in Regression and ANOVA", 1978).
///
/// @param mean over the rows
/// @param max the largest
public record Leverages(double mean, double max) {
  /// The spread over rows that are in a model; give the learner's own measure.
  public static Leverages of(List<Row> rows, ToDoubleFunction<Row> leverage) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there are no rows; give those the model was fitted on");
    }
    double[] all = rows.stream().mapToDouble(leverage).toArray();
    return new Leverages(
        Arrays.stream(all).average().orElseThrow(), Arrays.stream(all).max().orElseThrow());
  }
}
