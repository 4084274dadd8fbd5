package org.aboveboard.server.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Where values stand between two edges of a drawing; its steps are round numbers.
///
/// @param low the value at the beginning
/// @param high the value at the end
/// @param from the place of the beginning
/// @param to the place of the end
record Scale(double low, double high, double from, double to) {

  /// A scale wide enough for all values.
  static Scale over(DoubleStream values, double from, double to) {
    double[] all = values.toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(1);
    double room = low == high ? Math.max(Math.abs(low), 1) * 0.5 : (high - low) * 0.08;
    return new Scale(low - room, high + room, from, to);
  }

  double at(double value) {
    return from + (to - from) * (value - low) / (high - low);
  }

  private double step() {
    double raw = (high - low) / 4;
    double ten = Math.pow(10, Math.floor(Math.log10(raw)));
    return ten * (raw / ten < 1.5 ? 1 : raw / ten < 3.5 ? 2 : raw / ten < 7.5 ? 5 : 10);
  }

  /// A step in words, with as many digits as tell it from the next.
  String words(double value) {
    int digits = (int) Math.clamp(-Math.floor(Math.log10(step()) + 1e-9), 0, 6);
    return String.format(Locale.ROOT, "%,." + digits + "f", value).replace('-', '−');
  }

  /// Three to six round values.
  List<Double> steps() {
    double step = step();
    List<Double> steps = new ArrayList<>();
    for (double value = Math.ceil(low / step) * step; value <= high; value += step) {
      // what is added turns a negative zero into zero
      steps.add(Math.rint(value / step) * step + 0.0);
    }
    return steps;
  }
}
