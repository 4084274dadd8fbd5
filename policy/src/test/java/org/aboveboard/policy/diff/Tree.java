package org.aboveboard.policy.diff;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A policy's canonical JSON, taken apart so that a test can change it piece by piece.
record Tree(Object root) {

  static Tree of(Policy policy) {
    return new Tree(
        new Load(LoadSettings.builder().build()).loadFromString(policy.canonicalJson()));
  }

  /// The policy it stands for, if it is one without faults.
  Optional<Policy> restore() {
    try {
      return Optional.of(PolicyFiles.restore(json(root)));
    } catch (PolicyFaults _) {
      return Optional.empty();
    }
  }

  /// Every value, whole blocks and lists too, with its path.
  void walk(BiConsumer<List<Object>, Object> visit) {
    walk(List.of(), root, visit);
  }

  /// What is at a path.
  Object at(List<Object> path) {
    var value = root;
    for (var step : path) {
      value =
          switch (value) {
            case Map<?, ?> map -> requireNonNull(map.get(step));
            case List<?> list -> requireNonNull(list.get((Integer) step));
            default -> throw new IllegalArgumentException(path.toString());
          };
    }
    return value;
  }

  /// With another value at a path.
  Tree with(List<Object> path, Object value) {
    return new Tree(edited(root, path, _ -> Optional.of(value)));
  }

  /// Without what is at a path.
  Tree without(List<Object> path) {
    return new Tree(edited(root, path, _ -> Optional.empty()));
  }

  /// With the same words in one more language.
  Tree alsoIn(String language) {
    return new Tree(translated(root, language));
  }

  private static Object translated(Object value, String language) {
    return switch (value) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<Object, Object>();
        map.forEach((key, inner) -> copy.put(key, translated(inner, language)));
        if (map.keySet().equals(Set.of("en"))) {
          copy.put(language, copy.get("en"));
        }
        yield copy;
      }
      case List<?> list -> list.stream().map(one -> translated(one, language)).toList();
      default -> value;
    };
  }

  private static void walk(
      List<Object> path, Object value, BiConsumer<List<Object>, Object> visit) {
    visit.accept(path, value);
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> walk(longer(path, key), inner, visit));
    } else if (value instanceof List<?> list) {
      for (var at = 0; at < list.size(); at++) {
        walk(longer(path, at), list.get(at), visit);
      }
    }
  }

  private static List<Object> longer(List<Object> path, Object step) {
    var longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }

  private static Object edited(
      Object value, List<Object> path, UnaryOperator<Optional<Object>> edit) {
    var step = path.getFirst();
    var rest = path.subList(1, path.size());
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<Object, Object>(map);
      put(rest, requireNonNull(copy.get(step)), edit)
          .ifPresentOrElse(inner -> copy.put(step, inner), () -> copy.remove(step));
      return copy;
    }
    var copy = new ArrayList<Object>((List<?>) value);
    int at = (Integer) step;
    put(rest, copy.get(at), edit)
        .ifPresentOrElse(inner -> copy.set(at, inner), () -> copy.remove(at));
    return copy;
  }

  private static Optional<Object> put(
      List<Object> rest, Object inner, UnaryOperator<Optional<Object>> edit) {
    return rest.isEmpty() ? edit.apply(Optional.of(inner)) : Optional.of(edited(inner, rest, edit));
  }

  private static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> Json.text((String) entry.getKey()) + ":" + json(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list -> Json.list(list.stream().map(Tree::json));
      case String text -> Json.text(text);
      default -> String.valueOf(value);
    };
  }
}
