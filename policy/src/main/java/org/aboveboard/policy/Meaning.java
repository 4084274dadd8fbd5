package org.aboveboard.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Set;

/// What a person agrees to when they say yes to a purpose: what is done, with what, where, for whom
/// and for how long. Not the wording, the owner, or how long the yes lasts.
///
/// Things are held as their canonical form under their id, so that a thing that has changed is
/// another thing.
public record Meaning(
    String purpose,
    Basis basis,
    Level level,
    Set<Use> uses,
    Map<String, String> categories,
    Map<String, String> events,
    Map<String, String> fields,
    Set<String> signals,
    Set<String> surfaces,
    Set<String> recipients,
    Retention retention,
    String digest) {

  public Meaning {
    uses = Set.copyOf(uses);
    categories = Map.copyOf(categories);
    events = Map.copyOf(events);
    fields = Map.copyOf(fields);
    signals = Set.copyOf(signals);
    surfaces = Set.copyOf(surfaces);
    recipients = Set.copyOf(recipients);
  }

  /// Whether everything that is done under this is done under the other one too.
  public boolean isWithin(Meaning other) {
    return basis == other.basis
        && level.compareTo(other.level) <= 0
        && other.uses.containsAll(uses)
        && other.categories.entrySet().containsAll(categories.entrySet())
        && other.events.entrySet().containsAll(events.entrySet())
        && other.fields.entrySet().containsAll(fields.entrySet())
        && other.signals.containsAll(signals)
        && other.surfaces.containsAll(surfaces)
        && other.recipients.containsAll(recipients)
        && retention.isWithin(other.retention);
  }

  /// Whether a yes to this can still allow anything of the other one: both rest on consent, and the
  /// other one is no more personal.
  boolean canCarry(Meaning other) {
    return basis == Basis.CONSENT
        && other.basis == Basis.CONSENT
        && other.level.compareTo(level) <= 0;
  }

  /// What is the same in both, by its id.
  static Map<String, String> common(Map<String, String> one, Map<String, String> other) {
    return one.entrySet().stream()
        .filter(other.entrySet()::contains)
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
