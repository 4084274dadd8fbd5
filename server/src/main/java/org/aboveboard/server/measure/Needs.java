package org.aboveboard.server.measure;

import static org.aboveboard.policy.Spoken.say;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.read.Kind;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.Refusal;

/// What of a policy can be left out on a data set, and how much worse people are answered then.
public final class Needs {
  private final Policy policy;
  private final Kinds kinds;
  private final Histories histories;
  private final Trial trial;
  private final Figures everything;

  /// How much is measured at most, and how the model is fitted.
  ///
  /// @param people chosen by chance, if there are more
  /// @param items that most people touched, if there are more
  public record Bounds(int people, int items, double lambda, int threads) {}

  /// Something that can be left out.
  ///
  /// @param file that it is declared in
  /// @param path the keys that lead to it there
  /// @param without what leaving it out is called
  /// @param active the kinds of act that are left
  public record Part(String file, List<String> path, String without, long active) {
    public Part {
      path = List.copyOf(path);
    }
  }

  /// What is lost without a part.
  public record Answer(Part part, Loss ndcg, Loss recall) {

    /// Whether it is sure that next to nothing is lost by either figure.
    public boolean isNeedless() {
      return ndcg.isNone() && recall.isNone();
    }
  }

  private Needs(Policy policy, Kinds kinds, Histories histories, Trial trial) {
    this.policy = policy;
    this.kinds = kinds;
    this.histories = histories;
    this.trial = trial;
    this.everything = trial.run(kinds.everything());
  }

  /// Reads a data set and measures with everything.
  ///
  /// @param refused is told of the lines that cannot be used
  /// @throws IllegalArgumentException if nothing can be measured, with the reason
  public static Needs of(
      Policy policy,
      DataSet data,
      Bounds bounds,
      Consumer<Refusal> refused,
      RandomGenerator random) {
    var kinds = Kinds.of(policy);
    var histories = Histories.read(data, kinds, bounds, refused, random);
    var trial = new Trial(histories, kinds, bounds, random);
    if (trial.people() == 0) {
      throw new IllegalArgumentException("nobody in it did two things that its models learn from");
    }
    return new Needs(policy, kinds, histories, trial);
  }

  /// How much was measured, in a sentence.
  public String measured() {
    return say(
        "%,d people guessed for, of %,d measured and %,d in the data; %,d items of %,d.",
        trial.people(),
        histories.people().size(),
        histories.allPeople(),
        histories.items(),
        histories.allItems());
  }

  /// NDCG@20 with everything.
  public double ndcg() {
    return everything.ndcg(everything).with();
  }

  /// Recall@20 with everything.
  public double recall() {
    return everything.recall(everything).with();
  }

  /// What is measured, in the order in which it is declared.
  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    for (int at = 0; at < kinds.signals().size(); at++) {
      var signal = kinds.signals().get(at);
      if (isSeen(Kinds.counted(at))) {
        parts.add(
            new Part(
                Kind.SIGNAL.file(signal.id()),
                List.of("verb"),
                "without " + signal.id(),
                kinds.everything() & ~Kinds.counted(at)));
      }
      if (isSeen(Kinds.below(at))) {
        parts.addAll(fields(signal, kinds.everything() | Kinds.below(at)));
      }
    }
    return parts;
  }

  private boolean isSeen(long kind) {
    return (histories.seen() & kind) != 0;
  }

  /// The fields that a signal counts by; without one, all events would count.
  private List<Part> fields(Signal signal, long active) {
    return policy
        .declared()
        .feeding(signal.id())
        .flatMap(event ->
            event.fields().stream()
                .filter(f -> isCounted(signal, f))
                .map(f ->
                    new Part(
                        Kind.EVENT.file(event.id()),
                        List.of("fields", f.name()),
                        "all of " + signal.id(),
                        active)))
        .toList();
  }

  private static boolean isCounted(Signal signal, Field field) {
    return signal.counts().filter(least -> least.field().equals(field.name())).isPresent();
  }

  /// What is not measured, and why, one line for each.
  public List<String> unmeasured() {
    var lines = new ArrayList<String>();
    for (int at = 0; at < kinds.signals().size(); at++) {
      var signal = kinds.signals().get(at);
      if (!isSeen(Kinds.counted(at))) {
        lines.add(say("%s: not measured: the data has none of it.", Kind.SIGNAL.file(signal.id())));
      }
    }
    policy.signals().stream()
        .filter(signal -> !kinds.signals().contains(signal))
        .map(signal -> say("%s: not measured: no model uses it.", Kind.SIGNAL.file(signal.id())))
        .forEach(lines::add);
    policy.events().forEach(event -> event.fields().forEach(f -> unmeasured(event, f, lines)));
    return lines;
  }

  private void unmeasured(EventType event, Field field, List<String> lines) {
    var where = say("%s: field '%s'", Kind.EVENT.file(event.id()), field.name());
    int signal =
        event
            .signal()
            .flatMap(policy::signal)
            .filter(one -> isCounted(one, field))
            .map(kinds.signals()::indexOf)
            .orElse(-1);
    if (signal < 0) {
      lines.add(where + " not measured: no model uses it.");
    } else if (!isSeen(Kinds.below(signal))) {
      lines.add(where + " not measured: all events in the data count anyway.");
    }
  }

  /// Measures without a part.
  public Answer answer(Part part) {
    var without = trial.run(part.active());
    return new Answer(part, everything.ndcg(without), everything.recall(without));
  }
}
