package org.aboveboard.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aboveboard.policy.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No key of the language can change unnoticed.
final class EveryKeyTest {
  private static final int TRIES = 2;

  private static final String A_RANGE = "only a number has a range, so both change";
  private static final String A_CONSENT = "what only a consent has would be left behind";
  private static final String FIELDS = "its fields are for the same purposes";
  private static final String ASKING = "nobody is asked in the middle of something";

  /// Values that cannot be changed alone, and why; [ClassifiedTest] changes them with what they
  /// need.
  private static final Map<String, String> NOT_ALONE =
      Map.ofEntries(
          Map.entry("format", "another format is another release"),
          Map.entry("events/added-to-cart/fields/quantity/type", A_RANGE),
          Map.entry("events/bought/fields/total/type", A_RANGE),
          Map.entry("events/rated/fields/value/type", A_RANGE),
          Map.entry("events/bought/category", "its purposes have no other data in common"),
          Map.entry("events/added-to-cart/purposes", FIELDS),
          Map.entry("events/rated/purposes", FIELDS),
          Map.entry("models/what-goes-together/purposes", "nothing else trains, and these must"),
          Map.entry("purposes/recommendations/basis", A_CONSENT),
          Map.entry("purposes/taste-profile/basis", A_CONSENT),
          Map.entry("experiments/stronger-hand/arms/as-now/share", "shares add up"),
          Map.entry("experiments/stronger-hand/arms/stronger/share", "shares add up"),
          Map.entry("monitors/ages/outcome", "it goes with whom it watches"),
          Map.entry("monitors/authors/outcome", "it goes with whom it watches"),
          Map.entry("monitors/small-publishers/outcome", "it goes with whom it watches"),
          Map.entry("monitors/parts-of-town/outcome", "it goes with whom it watches"),
          Map.entry("monitors/small-publishers/claim", "the other claim is a block"),
          Map.entry("monitors/small-publishers/surface", "the surface corrects by it"),
          Map.entry("purposes/fairness-audit/basis", A_CONSENT),
          Map.entry("segments/age/purpose", "no other is for comparing alone"),
          Map.entry("segments/part-of-town/purpose", "no other is for comparing alone"),
          Map.entry("surfaces/home-row/atLeast/groups", "the shares are for these"),
          Map.entry("surfaces/basket/promptSlot", ASKING),
          Map.entry("surfaces/home-row/critical", ASKING));

  @TempDir private Path target;

  @Test
  void everyValueThatChangesIsReportedWhereItStands() {
    var before = Rich.policy(target, Signer.fresh());
    var tree = Tree.of(before);
    var changed = new HashMap<String, Integer>();
    var unseen = new ArrayList<String>();
    for (var mutation : new Mutations(tree).all().toList()) {
      var at = at(mutation.path());
      if (changed.getOrDefault(at, 0) == TRIES) {
        continue;
      }
      var after = mutation.tree().restore();
      if (after.isPresent() && !after.get().digest().equals(before.digest())) {
        changed.merge(at, 1, Integer::sum);
        var diff = Diff.of(before, after.get());
        if (diff.changes().stream().noneMatch(change -> isAt(change, mutation.path()))) {
          unseen.add(at + " only as " + diff.changes());
        }
      }
    }
    assertThat(unseen).isEmpty();
    var never = new TreeSet<String>();
    tree.walk((path, value) -> {
      if (!(value instanceof Map) && !(value instanceof List)) {
        never.add(at(path));
      }
    });
    never.removeAll(changed.keySet());
    assertThat(never).isEqualTo(new TreeSet<>(NOT_ALONE.keySet()));
  }

  /// The place of a value; a list is one value.
  private static String at(List<Object> path) {
    return path.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining("/"));
  }

  /// Whether a change is told at the thing and under the key, or the block, that was changed.
  private static boolean isAt(Change change, List<Object> path) {
    var names = path.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    var isFile = change.thing().id().isEmpty();
    var member = change.thing().file().replaceAll("/.*|[.]yaml", "");
    if (!names.getFirst().equals(member)) {
      return false;
    }
    if (!isFile && (names.size() < 2 || !names.get(1).equals(change.thing().id()))) {
      return false;
    }
    var key = String.join(".", names.subList(isFile ? 1 : 2, names.size()));
    return change.key().startsWith(key)
        || (key.startsWith(change.key()) && !change.key().isEmpty());
  }
}
