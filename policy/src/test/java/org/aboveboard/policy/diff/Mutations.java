package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.aboveboard.policy.Assessment;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Digest;
import org.aboveboard.policy.Experiment;
import org.aboveboard.policy.Fallback;
import org.aboveboard.policy.FieldType;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Minors;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Necessity;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Sensitivity;
import org.aboveboard.policy.Signer;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.Vendor;

/// What the values of a policy can become in one step: another of their kind, nothing, a list
/// turned round or longer.
final class Mutations {

  private static final List<Set<String>> WORDS =
      Stream.<Enum<?>[]>of(
              Basis.values(),
              Level.values(),
              Use.values(),
              Necessity.values(),
              Minors.values(),
              Sensitivity.values(),
              Provenance.values(),
              Fallback.values(),
              FieldType.values(),
              Vendor.Role.values(),
              Assessment.Outcome.values(),
              Groups.Target.values(),
              Monitor.Outcome.values(),
              Experiment.Varies.values())
          .map(Mutations::words)
          .toList();

  private static final List<Set<String>> SETS =
      Stream.concat(
              WORDS.stream(),
              Stream.of(
                  Set.of("track", "page", "screen"),
                  Set.of("IE", "FR", "US", "CH"),
                  Set.of("atLeast", "atMost")))
          .toList();

  /// A tree after one step.
  ///
  /// @param path where it was changed
  record Step(List<Object> path, Tree tree) {}

  private final Tree tree;
  private final List<List<Object>> paths = new ArrayList<>();
  private final List<Set<String>> sets = new ArrayList<>(SETS);

  Mutations(Tree tree) {
    this.tree = tree;
    tree.walk((path, value) -> {
      if (path.size() > 1) {
        paths.add(path);
      }
      if (value instanceof Map<?, ?> block && !path.isEmpty()) {
        // the names under which things stand beside each other
        sets.add(names(block.keySet().stream()));
      }
    });
  }

  /// Every step that can be taken.
  Stream<Step> all() {
    return paths.stream().flatMap(path -> at(path).stream());
  }

  /// A random one.
  Step any(RandomGenerator random) {
    var steps = at(paths.get(random.nextInt(paths.size())));
    return steps.get(random.nextInt(steps.size()));
  }

  private List<Step> at(List<Object> path) {
    return Stream.concat(
            others(tree.at(path)).map(other -> new Step(path, tree.with(path, other))),
            Stream.of(new Step(path, tree.without(path))))
        .toList();
  }

  /// Other values of the same kind.
  private Stream<Object> others(Object value) {
    return switch (value) {
      case Boolean flag -> Stream.of(!flag);
      case Integer number -> Stream.of(number + 1, number - 1, number + 50);
      case Double number -> Stream.of(number * 2, number / 2);
      case String text -> texts(text).filter(other -> !other.equals(text)).map(other -> other);
      case List<?> list -> lists(names(list.stream()));
      default -> Stream.of();
    };
  }

  private Stream<Object> lists(Set<String> list) {
    var others = new ArrayList<Object>();
    others.add(List.copyOf(list).reversed());
    list.stream()
        .flatMap(this::texts)
        .distinct()
        .filter(name -> !list.contains(name))
        .limit(3)
        .forEach(name -> others.add(Stream.concat(list.stream(), Stream.of(name)).toList()));
    return others.stream();
  }

  private Stream<String> texts(String text) {
    if (text.matches("P([0-9]+[YMD])+")) {
      return Stream.of("P2D", "P400D", "P9000D");
    }
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      var day = LocalDate.parse(text);
      return Stream.of(day.plusDays(40), day.minusDays(40)).map(LocalDate::toString);
    }
    if (text.matches("[0-9a-f]{64}")) {
      return Stream.of(Digest.of(text));
    }
    if (text.startsWith("MCow")) {
      return Stream.of(Signer.fresh().key());
    }
    if (text.startsWith("properties.")) {
      return Stream.of("properties.elsewhere");
    }
    var known = new LinkedHashSet<String>();
    sets.stream().filter(set -> set.contains(text)).forEach(known::addAll);
    return known.isEmpty()
        ? Stream.of(text + (text.indexOf(' ') < 0 ? "x" : " otherwise"))
        : known.stream();
  }

  private static Set<String> names(Stream<?> values) {
    return values.map(String::valueOf).collect(toCollection(LinkedHashSet::new));
  }

  private static Set<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> {
          var parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
          return parts[0]
              + Arrays.stream(parts).skip(1).map(Spoken::sentence).reduce("", String::concat);
        })
        .collect(toCollection(LinkedHashSet::new));
  }
}
