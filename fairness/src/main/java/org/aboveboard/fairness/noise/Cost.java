package org.aboveboard.fairness.noise;

import java.math.BigDecimal;

/// How much of what is hidden a publication may tell.
public sealed interface Cost {

  /// Pure differential privacy (Dwork et al., 2006): whoever joins or leaves changes the chance of
  /// each answer by no more than the factor e^epsilon.
  record Pure(BigDecimal epsilon) implements Cost {
    public Pure {
      epsilon = positive(epsilon, "epsilon");
    }
  }

  /// Zero-concentrated differential privacy (Bun and Steinke, 2016).
  record Concentrated(BigDecimal rho) implements Cost {
    public Concentrated {
      rho = positive(rho, "rho");
    }
  }

  /// Refuses what is not above 0, and what has more digits than anyone would mean.
  static BigDecimal positive(BigDecimal value, String name) {
    var plain = value.stripTrailingZeros();
    if (plain.signum() <= 0 || plain.scale() > 9 || plain.precision() - plain.scale() > 6) {
      throw new IllegalArgumentException(
          name + " is above 0 and below 1000000, with up to 9 decimal places, not " + value);
    }
    return plain;
  }
}
