package org.aboveboard.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Ratings divided into people to learn from and people to test on, by hashes alone, so that anyone
/// gets the same division without a random number.
public final class Split {
  private static final double POSITIVE = 4;
  private static final int FEWEST = 5;

  private final int positives;
  private final List<String> trained;
  private final List<Row> rows;
  private final int[] items;
  private final List<Holdout> validation;
  private final List<Holdout> test;

  /// A person to test on: what is told, and what is to be guessed.
  public record Holdout(String user, Row told, Row heldOut) {}

  /// Divides the ratings: the first `test` people by hash are tested on, the next `validation`
  /// chosen by.
  public static Split of(Ratings ratings, String salt, int test, int validation) {
    var liked = new TreeMap<String, SortedSet<Integer>>();
    int positives = 0;
    for (int k = 0; k < ratings.size(); k++) {
      if (ratings.stars(k) >= POSITIVE) {
        liked.computeIfAbsent(ratings.user(k), _ -> new TreeSet<>()).add(ratings.item(k));
        positives++;
      }
    }
    var rows = new HashMap<String, Row>();
    liked.forEach((user, items) -> rows.put(user, row(items)));
    return of(rows, positives, "ratings of 4 stars or more", salt, test, validation);
  }

  /// Divides rows in the same way; who has fewer than five items is left out.
  public static Split of(Map<String, Row> rows, String salt, int test, int validation) {
    int acts = rows.values().stream().mapToInt(Row::size).sum();
    return of(rows, acts, "items", salt, test, validation);
  }

  private static Split of(
      Map<String, Row> all, int positives, String of, String salt, int test, int validation) {
    var rows = new HashMap<>(all);
    rows.values().removeIf(row -> row.size() < FEWEST);
    if (rows.size() <= test + validation) {
      throw new IllegalArgumentException(
          rows.size()
              + " people with "
              + FEWEST
              + " "
              + of
              + " are too few to hold out "
              + (test + validation));
    }
    List<String> users = byHash(rows.keySet(), salt + ":");
    return new Split(positives, rows, users, salt, test, validation);
  }

  private Split(
      int positives,
      Map<String, Row> liked,
      List<String> users,
      String salt,
      int tested,
      int validated) {
    this.positives = positives;
    this.trained = users.subList(tested + validated, users.size());
    this.rows = trained.stream().map(user -> liked.getOrDefault(user, Row.empty())).toList();
    this.items = rows.stream().flatMapToInt(Row::stream).distinct().sorted().toArray();
    this.test = holdouts(users.subList(0, tested), liked, salt);
    this.validation = holdouts(users.subList(tested, tested + validated), liked, salt);
  }

  private List<Holdout> holdouts(List<String> users, Map<String, Row> liked, String salt) {
    List<Holdout> holdouts = new ArrayList<>();
    for (String user : users) {
      Row all = liked.getOrDefault(user, Row.empty());
      List<Integer> known =
          all.stream().filter(item -> Arrays.binarySearch(items, item) >= 0).boxed().toList();
      int held = known.size() / FEWEST;
      List<Integer> order = byHash(known, salt + ":" + user + ":");
      if (held > 0) {
        holdouts.add(
            new Holdout(
                user,
                part(all, order.subList(held, order.size())),
                part(all, order.subList(0, held))));
      }
    }
    return holdouts;
  }

  private static <T> List<T> byHash(Iterable<T> things, String prefix) {
    record Hashed<T>(T thing, String hash) {}
    List<Hashed<T>> hashed = new ArrayList<>();
    things.forEach(thing -> hashed.add(new Hashed<>(thing, Sha256.hex(prefix + thing))));
    hashed.sort(Comparator.comparing(Hashed::hash));
    return hashed.stream().map(Hashed::thing).toList();
  }

  private static Row part(Row row, Collection<Integer> items) {
    Set<Integer> wanted = new HashSet<>(items);
    return row.where(place -> wanted.contains(row.item(place)));
  }

  private static Row row(Iterable<Integer> items) {
    List<Integer> list = new ArrayList<>();
    items.forEach(list::add);
    return Row.of(list.stream().mapToInt(Integer::intValue).sorted().toArray());
  }

  /// How many ratings count as positive.
  public int positives() {
    return positives;
  }

  /// The people learnt from, in the order of their hashes.
  public List<String> trained() {
    return trained;
  }

  /// Their rows, in the same order.
  public List<Row> rows() {
    return rows;
  }

  /// The items that those people have, ascending.
  public int[] items() {
    return items.clone();
  }

  /// The people that settings are chosen by.
  public List<Holdout> validation() {
    return validation;
  }

  /// The people that results are reported on.
  public List<Holdout> test() {
    return test;
  }
}
