package org.aboveboard.server.measure;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Row;
import org.aboveboard.models.Scored;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Snapshot;

/// A way of guessing that is tried with more and with less data.
///
/// Of each person one item that they chose by the strongest thing they did is hidden, and must be
/// guessed from the rest among the items they have not touched, by a model of the other four fifths
/// of the people: EASE (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", 2019), as the
/// server learns it. Hidden items, fifths and candidates are the same in every run, so that runs
/// differ in the data alone.
final class Trial {
  private static final int FIFTHS = 5;
  private static final int LONGEST = 20;
  private static final int NOTHING = -1;

  private final Histories histories;
  private final Kinds kinds;
  private final Settings settings;
  private final int[] tried;
  private final int[] hidden;
  private final int[] fifths;

  Trial(Histories histories, Kinds kinds, Needs.Bounds bounds, RandomGenerator random) {
    this.histories = histories;
    this.kinds = kinds;
    this.settings =
        new Settings(bounds.lambda(), 0, Math.max(1, histories.items()), bounds.threads());
    int people = histories.people().size();
    this.hidden = new int[people];
    this.fifths = new int[people];
    for (int person = 0; person < people; person++) {
      hidden[person] = hide(histories.people().get(person), random);
      fifths[person] = random.nextInt(FIFTHS);
    }
    this.tried = IntStream.range(0, people).filter(p -> hidden[p] != NOTHING).toArray();
  }

  /// One of the items that a person chose by the strongest thing they did, if anything else is left
  /// to guess it from.
  private int hide(History history, RandomGenerator random) {
    int[] strongest = history.strongest(kinds);
    if (strongest.length == 0) {
      return NOTHING;
    }
    int item = strongest[random.nextInt(strongest.length)];
    return history.row(kinds, kinds.everything(), item).size() == 0 ? NOTHING : item;
  }

  /// How many people are tried.
  int people() {
    return tried.length;
  }

  /// How well the hidden items are guessed from some kinds of act.
  Figures run(long active) {
    var figures = new Figures(tried.length);
    for (int fifth = 0; fifth < FIFTHS; fifth++) {
      int held = fifth;
      var model = model(active, held);
      IntStream.range(0, tried.length)
          .parallel()
          .filter(at -> fifths[tried[at]] == held)
          .forEach(at -> guess(model, active, at, figures));
    }
    return figures;
  }

  private Snapshot model(long active, int held) {
    var learner = new Learner(settings);
    List<History> people = histories.people();
    for (int person = 0; person < people.size(); person++) {
      if (fifths[person] != held) {
        learner.replace(Row.empty(), people.get(person).row(kinds, active, NOTHING));
      }
    }
    return learner.publish(0);
  }

  private void guess(Snapshot model, long active, int at, Figures figures) {
    var history = histories.people().get(tried[at]);
    int item = hidden[tried[at]];
    var told = history.row(kinds, active, item);
    var list =
        model.recommend(told, LONGEST, other -> other == item || !history.has(other)).stream()
            .map(Scored::item)
            .toList();
    int place = list.indexOf(item);
    if (place >= 0) {
      figures.found(at, place);
    }
  }
}
