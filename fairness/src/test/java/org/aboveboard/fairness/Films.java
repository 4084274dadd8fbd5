package org.aboveboard.fairness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The popularity model of the reference protocol on MovieLens 100K: an answer for every test
/// person from counts alone.
///
/// @param popularity how many train people liked each item, items in ascending order of their ids
/// @param people the test people
record Films(List<Long> popularity, List<Person> people) {
  /// One test person: the ranked answer, as item indexes, and which of them were held out.
  record Person(int id, List<Integer> answer, Set<Integer> heldOut) {
    int[] top(int k) {
      return answer.stream().limit(k).mapToInt(Integer::intValue).toArray();
    }

    double ndcg100() {
      double gain = 0;
      for (int r = 0; r < Math.min(100, answer.size()); r++) {
        gain += heldOut.contains(answer.get(r)) ? discount(r) : 0;
      }
      return gain
          / IntStream.range(0, Math.min(100, heldOut.size())).mapToDouble(Films::discount).sum();
    }
  }

  static Films read() throws IOException {
    var split = split();
    var likes = likes();
    var counts = new TreeMap<Integer, Long>();
    likes.forEach((user, items) -> {
      if (items.size() >= 5 && split.stream().noneMatch(row -> row[1].equals("" + user))) {
        items.forEach(item -> counts.merge(item, 1L, Long::sum));
      }
    });
    var ids = List.copyOf(counts.keySet());
    var popularity = List.copyOf(counts.values());
    var people =
        split.stream()
            .filter(row -> row[0].equals("test"))
            .map(row -> person(row, ids, popularity))
            .toList();
    return new Films(popularity, people);
  }

  /// Gender and age group of every person.
  static Map<Integer, List<String>> groups() throws IOException {
    try (var lines = Files.lines(Shared.file("ml-100k/u.user"), StandardCharsets.ISO_8859_1)) {
      return lines
          .map(line -> line.split("\\|", -1))
          .collect(
              Collectors.toMap(
                  row -> Integer.valueOf(row[0]),
                  row -> List.of(row[2], age(Integer.parseInt(row[1])))));
    }
  }

  private static String age(int years) {
    if (years < 25) {
      return "<25";
    }
    return years < 35 ? "25-34" : years < 50 ? "35-49" : "50+";
  }

  private static double discount(int r) {
    return Math.log(2) / Math.log(r + 2);
  }

  private static Person person(String[] row, List<Integer> ids, List<Long> popularity) {
    var known = indexes(row[2], ids);
    var answer =
        IntStream.range(0, ids.size())
            .filter(item -> !known.contains(item))
            .boxed()
            .sorted((a, b) -> Long.compare(popularity.get(b), popularity.get(a)))
            .toList();
    return new Person(Integer.parseInt(row[1]), answer, indexes(row[3], ids));
  }

  private static Set<Integer> indexes(String items, List<Integer> ids) {
    return Stream.of(items.split(" ", -1))
        .map(item -> ids.indexOf(Integer.valueOf(item)))
        .collect(Collectors.toSet());
  }

  private static Map<Integer, Set<Integer>> likes() throws IOException {
    var likes = new HashMap<Integer, Set<Integer>>();
    try (var lines = Files.lines(Shared.file("ml-100k/u.data"))) {
      lines
          .map(line -> line.split("\t", -1))
          .filter(row -> Integer.parseInt(row[2]) >= 4)
          .forEach(row ->
              likes
                  .computeIfAbsent(Integer.valueOf(row[0]), _ -> new TreeSet<>())
                  .add(Integer.valueOf(row[1])));
    }
    return likes;
  }

  private static List<String[]> split() throws IOException {
    var file = Files.newInputStream(Shared.file("reference/ml100k_split.csv.gz"));
    try (var in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
      return new ArrayList<>(in.lines().skip(1).map(line -> line.split(",", -1)).toList());
    }
  }
}
