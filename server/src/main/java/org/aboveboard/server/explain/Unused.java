package org.aboveboard.server.explain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Text;
import org.aboveboard.server.recommend.Recorded;

/// The kinds of data the policy declares that an answer's purpose may not use.
final class Unused {
  private Unused() {}

  static List<String> by(Policy policy, Recorded record) {
    Set<String> used =
        policy.surface(record.surface()).stream()
            .map(Surface::purposes)
            .flatMap(List::stream)
            .flatMap(id -> policy.purpose(id).stream())
            .filter(purpose -> purpose.level() == record.level())
            .map(Purpose::data)
            .flatMap(List::stream)
            .map(Need::category)
            .collect(Collectors.toSet());
    return policy.categories().stream()
        .filter(category -> !used.contains(category.id()))
        .filter(category -> isOneKind(policy, category))
        .map(Category::label)
        .map(Text::plain)
        .toList();
  }

  /// Whether it is a kind of data itself, and not the name of several.
  private static boolean isOneKind(Policy policy, Category category) {
    return policy.categories().stream()
        .flatMap(one -> one.parent().stream())
        .noneMatch(category.id()::equals);
  }
}
