package org.aboveboard.fairness.exposure;

import java.util.stream.DoubleStream;
import org.aboveboard.fairness.Figure;

/// What a group gives and gets per item of it, to be compared with another group (Singh & Joachims
/// 2018, under the names that Raj & Ekstrand 2022 gave them). Of each pair the logarithm of the
/// ratio is told: 0 is fair, above 0 the first is favoured. 1e-6 keeps it finite where one is zero.
///
/// @param exposure E, per item
/// @param utility U, the relevance per item
/// @param gain what came of it per item: exposure weighted with clicks or with relevance
public record GroupReturn(double exposure, double utility, double gain) {
  private static final double TINY = 1e-6;

  public GroupReturn {
    if (!DoubleStream.of(exposure, utility, gain).allMatch(x -> Double.isFinite(x) && x >= 0)) {
      throw new IllegalArgumentException("exposure, utility and gain are 0 or more");
    }
  }

  /// logDP, demographic parity: ln E(G0) − ln E(G1).
  public static Figure logDp(GroupReturn g0, GroupReturn g1) {
    return log(g0.exposure, 1, g1.exposure, 1);
  }

  /// logEUR, the exposed utility ratio (disparate treatment): ln E(G0)/U(G0) − ln E(G1)/U(G1).
  public static Figure logEur(GroupReturn g0, GroupReturn g1) {
    return log(g0.exposure, g0.utility, g1.exposure, g1.utility);
  }

  /// logRUR, the realized utility ratio (disparate impact): the same of the gain.
  public static Figure logRur(GroupReturn g0, GroupReturn g1) {
    return log(g0.gain, g0.utility, g1.gain, g1.utility);
  }

  private static Figure log(double got0, double due0, double got1, double due1) {
    if (got0 == 0 && got1 == 0) {
      return Figure.none(Figure.Why.NOTHING);
    }
    if (due0 == 0 || due1 == 0) {
      return Figure.none(Figure.Why.SHARE_OF_NOTHING);
    }
    return Figure.of(
        Math.log((got0 + TINY) / (due0 + TINY)) - Math.log((got1 + TINY) / (due1 + TINY)));
  }
}
