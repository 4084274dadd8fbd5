package org.aboveboard.models;

/// EASE on each item's neighbourhood alone, for catalogues too large for a square matrix.
///
/// For item j the neighbours N are the items with the largest `G_ij / G_ii^damping`; the weights b
/// solve `(G_NN + diag(ridge)) b = G_Nj` with `ridge_i = lambda + dropout / (1 - dropout) * G_ii`
/// (Steck, "Markov Random Fields for Collaborative Filtering", 2019, solves the same subproblems;
/// the ridge is that of Steck, "Autoencoders that don't overfit towards the Identity", 2020). Then
/// `P_jj = 1 / (G_jj + ridge_j - G_jN b)`, and b is scaled by `min(1, max(1 - xi, ridge_j P_jj))`
/// as RLAE scales EASE, see [Weights].
///
/// @param neighbours how many each item has at most
/// @param damping how much being held often counts against a neighbour; 0 is not at all
/// @param lambda the ridge
/// @param dropout the further share of an item's own count in its ridge
/// @param xi the output scale; 0 is none
public record LocalRidge(int neighbours, double damping, double lambda, double dropout, double xi)
    implements Neighbours {
  /// Refuses what has no meaning.
  public LocalRidge {
    if (neighbours < 1) {
      throw new IllegalArgumentException("neighbours must be 1 or more, not " + neighbours);
    }
    if (!(lambda > 0 && Double.isFinite(lambda))) {
      throw new IllegalArgumentException("lambda must be above 0, not " + lambda);
    }
    isShare("damping", damping);
    isShare("xi", xi);
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be from 0 to below 1, not " + dropout);
    }
  }

  private static void isShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, not " + value);
    }
  }

  /// Plain EASE on so many neighbours.
  public static LocalRidge of(int neighbours, double lambda) {
    return new LocalRidge(neighbours, 0.5, lambda, 0, 0);
  }

  double ridge(double own) {
    return lambda + dropout / (1 - dropout) * own;
  }

  double scale(double ridge, double inverse) {
    return Math.min(1, Math.max(1 - xi, ridge * inverse));
  }
}
