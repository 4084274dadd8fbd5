package org.aboveboard.models;

/// Item-based nearest neighbours: the weight from i to j is their cosine `G_ij / (√G_ii · √G_jj)`
/// where i is among the most similar of j, else zero (Deshpande and Karypis, "Item-based top-N
/// recommendation algorithms", 2004).
///
/// The two roots are multiplied, in this order of rounding, because where true cosines are equal
/// the last bit decides who stays.
public record ItemKnn(int neighbours) implements Neighbours {
  /// Refuses no neighbours at all.
  public ItemKnn {
    if (neighbours < 1) {
      throw new IllegalArgumentException("neighbours must be 1 or more, not " + neighbours);
    }
  }
}
