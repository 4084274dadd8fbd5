package org.aboveboard.server.recommend;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Snapshot;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;

/// Does a recorded answer once more: from its own terms, and from the model while that is what it
/// was.
public final class Replay {
  /// What two models may differ by that were fitted to the same integers in another order.
  private static final double TOLERANCE = 1e-9;

  private final Declaration declaration;
  private final Learn learn;
  private final Settings settings;

  public Replay(Declaration declaration, Learn learn, Settings settings) {
    this.declaration = declaration;
    this.learn = learn;
    this.settings = settings;
  }

  /// What came of scoring a record again.
  public sealed interface Rescored {
    /// Every score is the same, but for so much.
    record Same(double apart) implements Rescored {}

    /// Some score differs by so much.
    record Different(double apart) implements Rescored {}

    /// The model is not there any more, or there was none; in words.
    record NotPossible(String why) implements Rescored {}
  }

  /// Whether the terms and adjustments of every pick add up to its score, bit for bit.
  public boolean addsUp(Recorded record) {
    return record.picks().stream().allMatch(Pick::addsUp);
  }

  public Rescored rescore(Recorded record) {
    if (record.picks().stream().allMatch(pick -> pick.terms().isEmpty())) {
      return new Rescored.NotPossible("it is about nobody, so no model was asked");
    }
    if (!record.policyDigest().equals(declaration.now().policy().digest())) {
      return new Rescored.NotPossible("the policy has changed since");
    }
    if (record.lambda() != settings.lambda() || record.xi() != settings.xi()) {
      return new Rescored.NotPossible(
          "it was made with lambda "
              + record.lambda()
              + " and xi "
              + record.xi()
              + "; start replay with those");
    }
    if (learn.hasChangedSince(record.modelVersion())) {
      return new Rescored.NotPossible(
          "the rows its model " + record.modelVersion() + " was fitted to have changed since");
    }
    double apart = apart(record.picks(), learn.snapshot());
    return apart <= TOLERANCE ? new Rescored.Same(apart) : new Rescored.Different(apart);
  }

  /// What the model gave; corrections follow from what was shown before, and are added up alone.
  private double apart(List<Pick> picks, Snapshot snapshot) {
    double apart = 0;
    for (Pick pick : picks) {
      apart = Math.max(apart, Math.abs(pick.ofModel() - snapshot.score(own(pick), pick.item())));
    }
    return apart;
  }

  /// The row that the terms of a pick were made of.
  private Row own(Pick pick) {
    SortedMap<Integer, Integer> weights = new TreeMap<>();
    for (Term term : pick.terms()) {
      weights.put(
          term.item(), declaration.now().signal(term.signal()).map(Signal::weight).orElseThrow());
    }
    return Row.of(
        weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
        weights.values().stream().mapToInt(Integer::intValue).toArray());
  }
}
