package org.aboveboard.server.transparency;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.export.Artefact;
import org.aboveboard.policy.export.Artefacts;

/// What is made from a policy for others to read: made once for each version, and given away only
/// if it carries that version's digest.
@Singleton
final class Published {
  private static final int MOST = 4;

  private final Function<Policy, Artefacts> make;
  private final Map<String, Artefacts> made =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Artefacts> eldest) {
          return size() > MOST;
        }
      };

  @Inject
  Published() {
    this(Artefacts::of);
  }

  Published(Function<Policy, Artefacts> make) {
    this.make = make;
  }

  /// What came of asking for an artefact.
  sealed interface Found {
    /// It is there, and of this policy.
    record Ready(Artefact artefact) implements Found {}

    /// There is none of that name.
    record Nothing() implements Found {}

    /// It was made from another policy, so nobody gets it.
    record Mismatch() implements Found {}
  }

  /// The artefact of a name, of this version and no other.
  Found find(Policy policy, String name) {
    Artefacts artefacts = of(policy);
    if (!artefacts.digest().equals(policy.digest())) {
      return new Found.Mismatch();
    }
    return artefacts
        .named(name)
        .<Found>map(artefact ->
            artefact.digest().equals(policy.digest())
                ? new Found.Ready(artefact)
                : new Found.Mismatch())
        .orElseGet(Found.Nothing::new);
  }

  /// All that is made from a version.
  Artefacts of(Policy policy) {
    synchronized (made) {
      return made.computeIfAbsent(policy.digest(), _ -> make.apply(policy));
    }
  }
}
