package org.aboveboard.server.explain;

import java.util.List;
import org.aboveboard.policy.Personal;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.recommend.Recorded;

/// Why an item was shown: parts that add up to its score, and what would change it.
///
/// @param parts the person's own actions; those few people bear out are folded into one
/// @param adjustments what is not about the person
/// @param alternatives own actions without which it would not have been in the list
/// @param modelHasMoved whether the model has learnt more since; the alternatives are run on it as
///   it is now
@Personal
public record Explanation(
    Item item,
    Recorded record,
    double score,
    String sentence,
    List<Part> parts,
    List<Part> adjustments,
    List<Alternative> alternatives,
    boolean modelHasMoved) {
  public Explanation {
    parts = List.copyOf(parts);
    adjustments = List.copyOf(adjustments);
    alternatives = List.copyOf(alternatives);
  }

  /// What one thing adds.
  ///
  /// @param item the id of the item it was done with; empty for what is folded or not an action
  public record Part(String label, String item, double value) {
    @Override
    public String toString() {
      return "Part";
    }
  }

  /// A set of own actions, and where the item would stand without them.
  ///
  /// @param without the ids of the items they were done with
  public record Alternative(
      List<String> without, String words, int rankBefore, int rankAfter, String instead) {
    public Alternative {
      without = List.copyOf(without);
    }

    @Override
    public String toString() {
      return "Alternative";
    }
  }

  @Override
  public String toString() {
    return "Explanation";
  }
}
