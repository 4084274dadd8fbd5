package org.aboveboard.policy.diff;

import java.util.List;
import java.util.Set;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Purpose;

/// Which way each key of a category goes. By itself a category does nothing.
record Categories(Versions versions, List<Change> changes) {

  void compare() {
    versions.each(
        Part.CATEGORY,
        Declared::categories,
        Category::id,
        _ -> Gain.WORDS,
        category -> versions.touching(using(category)),
        changes,
        this::compare);
  }

  private void compare(Pair<Category> pair) {
    var parts = versions.using(Set.of(pair.before().id()));
    pair.reaching(versions.exactly(using(pair.before())))
        .value("sensitivity", "it is", Category::sensitivity, Spelled::word, Way.less())
        .value("provenance", "it is", Category::provenance, Spelled::word, Way.greater());
    var touched = pair.reaching(versions.touching(parts));
    touched
        .text("label", "it is called", Category::label)
        .value(
            "parent",
            "it is part of",
            Category::parent,
            Spelled.or("nothing wider", versions.names(Part.CATEGORY)),
            Way.guard(Way.other()));
    Called.category(touched);
  }

  private Set<String> using(Category category) {
    return versions.purposes((Purpose purpose) ->
        purpose.data().stream().anyMatch(need -> need.category().equals(category.id())));
  }
}
