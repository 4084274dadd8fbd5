package org.aboveboard.models.leak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aboveboard.models.Row;

/// A line through people on either side of zero: a weight for each item, and a constant.
///
/// It minimises the squared distances to +1 and -1, either side weighing one in all times the
/// number of people, plus `ridge` times the squared weights, the constant aside. Solved by
/// conjugate gradients on the normal equations (Hestenes and Stiefel, 1952), which only ever
/// multiply by the sparse rows.
final class RidgeLine {
  private static final double ENOUGH = 1e-10;
  private static final int MOST_STEPS = 1000;
  private static final int NOWHERE = -1;

  private final Map<Integer, Integer> places = new HashMap<>();
  private final List<Row> rows;
  private final int[][] cells;
  private final double[] importance;
  private final double ridge;
  private double[] line = {};

  private RidgeLine(List<Row> rows, double[] importance, double ridge) {
    this.rows = rows;
    this.importance = importance;
    this.ridge = ridge;
    rows.forEach(row -> row.stream().forEach(i -> places.putIfAbsent(i, places.size() + 1)));
    this.cells = rows.stream().map(this::cells).toArray(int[][]::new);
  }

  private int[] cells(Row row) {
    return row.stream().map(item -> places.getOrDefault(item, NOWHERE)).toArray();
  }

  /// The line through people, those who have something above zero.
  static RidgeLine fit(List<Row> rows, boolean[] has, double ridge) {
    int with = 0;
    for (boolean one : has) {
      with += one ? 1 : 0;
    }
    double[] importance = new double[has.length];
    double[] wanted = new double[has.length];
    for (int p = 0; p < has.length; p++) {
      importance[p] = has.length / (2.0 * (has[p] ? with : has.length - with));
      wanted[p] = has[p] ? importance[p] : -importance[p];
    }
    var fit = new RidgeLine(rows, importance, ridge);
    fit.solve(fit.gather(wanted));
    return fit;
  }

  /// Where somebody stands; items that nobody had move them nowhere.
  double at(Row row) {
    return at(row, cells(row), line);
  }

  private static double at(Row row, int[] cells, double[] weights) {
    double sum = weights[0];
    for (int k = 0; k < cells.length; k++) {
      sum += cells[k] == NOWHERE ? 0 : row.weight(k) * weights[cells[k]];
    }
    return sum;
  }

  private double[] gather(double[] people) {
    double[] sums = new double[places.size() + 1];
    for (int p = 0; p < people.length; p++) {
      sums[0] += people[p];
      for (int k = 0; k < cells[p].length; k++) {
        sums[cells[p][k]] += rows.get(p).weight(k) * people[p];
      }
    }
    return sums;
  }

  private double[] normal(double[] weights) {
    double[] people = new double[rows.size()];
    for (int p = 0; p < people.length; p++) {
      people[p] = importance[p] * at(rows.get(p), cells[p], weights);
    }
    double[] sums = gather(people);
    for (int i = 1; i < sums.length; i++) {
      sums[i] += ridge * weights[i];
    }
    return sums;
  }

  private void solve(double[] wanted) {
    line = new double[wanted.length];
    double[] residual = wanted.clone();
    double[] direction = wanted.clone();
    double left = dot(residual, residual);
    double enough = ENOUGH * ENOUGH * left;
    for (int step = 0; step < MOST_STEPS && left > enough; step++) {
      double[] image = normal(direction);
      double far = left / dot(direction, image);
      add(line, far, direction);
      add(residual, -far, image);
      double now = dot(residual, residual);
      double share = now / left;
      for (int i = 0; i < direction.length; i++) {
        direction[i] = residual[i] + share * direction[i];
      }
      left = now;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double times, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }
}
