package org.aboveboard.server.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.models.Row;
import org.aboveboard.models.Split;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.House;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.evaluation.Ages;
import org.aboveboard.server.evaluation.Matter;
import org.aboveboard.server.evaluation.Signals;
import org.aboveboard.server.learn.Agreed;
import org.aboveboard.server.learn.Trained;

/// The people of an instance, as something to evaluate on: what they agreed to be learnt from.
record OwnPeople(House house) {
  private static final int FEWEST_ITEMS = 5;

  Matter matter(String salt, int holdout, int smallest, Collection<Groups> groups)
      throws Complaint {
    if (holdout < smallest) {
      throw new Complaint(
          "Figures of fewer than " + smallest + " people are not shown.",
          "Hold out at least as many with --holdout.");
    }
    List<Trained> people =
        new Agreed(house.pools(), house.declaration(), house.seen(), house.clock())
            .rows().stream().filter(one -> one.row().size() >= FEWEST_ITEMS).toList();
    if (people.size() - 2 * holdout < smallest) {
      throw new Complaint(
          "There are too few people to measure on: fewer than "
              + (2 * holdout + smallest)
              + " agreed to be learnt from and did something with "
              + FEWEST_ITEMS
              + " items.",
          "Wait until there are more, or give a smaller --holdout, down to " + smallest + ".");
    }
    Split split = Split.of(rows(people), salt, holdout, holdout);
    return Matter.live(
        house.declaration().now().policy().organisation().name(),
        split,
        ages(people, split),
        signals(people, split),
        this::described,
        groups);
  }

  private static Map<String, Row> rows(List<Trained> people) {
    Map<String, Row> rows = new HashMap<>();
    for (int person = 0; person < people.size(); person++) {
      rows.put(Integer.toString(person), people.get(person).row());
    }
    return rows;
  }

  private static Ages ages(List<Trained> people, Split split) {
    List<int[]> days = new ArrayList<>();
    split.trained().forEach(person -> days.add(people.get(Integer.parseInt(person)).days()));
    return Ages.of(days);
  }

  private Signals signals(List<Trained> people, Split split) {
    Map<String, List<int[]>> weights = new HashMap<>();
    house.declaration().now().policy().signals().stream()
        .map(Signal::id)
        .forEach(signal ->
            weights.put(
                signal,
                split.trained().stream()
                    .map(person -> people.get(Integer.parseInt(person)))
                    .map(one -> weights(one.row(), one.without(signal)))
                    .toList()));
    return weights.size() < 2 ? Signals.none() : Signals.of(weights);
  }

  /// What the items of a row weigh in another; 0 where they are not in it.
  private static int[] weights(Row row, Row other) {
    Map<Integer, Integer> left = new HashMap<>();
    for (int k = 0; k < other.size(); k++) {
      left.put(other.item(k), other.weight(k));
    }
    return row.stream().map(item -> left.getOrDefault(item, 0)).toArray();
  }

  private Optional<Matter.Described> described(int item) {
    return house.catalogue().find(item).map(OwnPeople::described);
  }

  private static Matter.Described described(Item item) {
    return new Matter.Described(
        item.categories().stream().findFirst(), item.provider(), item.attributes());
  }
}
