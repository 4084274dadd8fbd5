package org.aboveboard.policy.tell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Meaning;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.tell.Tongue.Differences.Kind;

/// What a purpose means more than when somebody agreed to it, in words for them.
record Changed(Policy policy, Language language) {

  /// One line for each way in which it has widened.
  List<String> since(String agreed, Purpose purpose) {
    var differences = Tongue.of(language).differences();
    return policy
        .earlier(agreed)
        .map(before -> lines(differences, before, policy.meaning(purpose)))
        .filter(lines -> !lines.isEmpty())
        .orElse(List.of(differences.otherwise()));
  }

  private List<String> lines(Tongue.Differences say, Meaning before, Meaning now) {
    var lines = new ArrayList<String>();
    if (!now.retention().isWithin(before.retention())) {
      lines.add(say.longer(now.retention().longest(), before.retention().longest()));
    }
    more(now.categories().keySet(), before.categories().keySet(), this::category)
        .ifPresent(more -> lines.add(say.more(Kind.DATA, more)));
    more(now.events().keySet(), before.events().keySet(), this::event)
        .ifPresent(more -> lines.add(say.more(Kind.ACTS, more)));
    more(now.surfaces(), before.surfaces(), this::surface)
        .ifPresent(more -> lines.add(say.more(Kind.PLACES, more)));
    more(now.recipients(), before.recipients(), this::vendor)
        .ifPresent(more -> lines.add(say.more(Kind.RECIPIENTS, more)));
    return lines;
  }

  private static Optional<List<String>> more(
      Collection<String> now, Set<String> before, Function<String, String> name) {
    var more = now.stream().filter(id -> !before.contains(id)).sorted().map(name).toList();
    return Optional.of(more).filter(some -> !some.isEmpty());
  }

  private String category(String id) {
    return words(policy.category(id).map(Category::label), id);
  }

  private String event(String id) {
    return words(
        policy.events().stream()
            .filter(event -> event.id().equals(id))
            .map(EventType::label)
            .findFirst(),
        id);
  }

  private String surface(String id) {
    return words(policy.surface(id).map(Surface::label), id);
  }

  private String vendor(String id) {
    return words(policy.vendor(id).map(Vendor::label), id);
  }

  private String words(Optional<Text> text, String id) {
    return text.map(words -> words.in(language)).orElse(id);
  }
}
