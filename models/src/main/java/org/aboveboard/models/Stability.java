package org.aboveboard.models;

import java.util.List;

/// Two lists for one reader, before and after a small change of the data; how alike they are is for
/// others to say.
///
/// The learner learns each change and takes it back again, so it should be one for measuring.
///
/// @param before item numbers, best first
/// @param after the same number of them, of the same candidates
public record Stability(List<Integer> before, List<Integer> after) {
  /// Keeps copies.
  public Stability {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// The first `n` for a person who is in the model, before and after one of their items is taken
  /// back, both in the model and in what they are recommended from. No own item is recommended.
  public static Stability withoutEvent(Incremental learner, Row row, int item, int n) {
    if (!row.has(item)) {
      throw new IllegalArgumentException("the row does not hold the item that should go");
    }
    return change(learner, row, row.without(item), new Reader(row, row.without(item), row, n));
  }

  /// The first `n` for somebody, before and after another person leaves the model.
  public static Stability withoutPerson(Incremental learner, Row leaving, Row reader, int n) {
    return change(learner, leaving, Row.empty(), new Reader(reader, reader, reader, n));
  }

  private static Stability change(Incremental learner, Row now, Row then, Reader reader) {
    List<Integer> before = reader.list(learner.publish(0), reader.before());
    learner.replace(now, then);
    List<Integer> after = reader.list(learner.publish(0), reader.after());
    learner.replace(then, now);
    learner.publish(0);
    return new Stability(before, after);
  }

  /// Whom a list is for: what it is made from before and after, and what is never in it.
  private record Reader(Row before, Row after, Row hidden, int n) {
    List<Integer> list(Ranker ranker, Row row) {
      return ranker.recommend(row, n, item -> !hidden.has(item)).stream()
          .map(Scored::item)
          .toList();
    }
  }
}
