package org.aboveboard.server.consent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Prompt;

/// A prompt as a version of the policy makes it, with its digest.
record Made(Prompt prompt, String digest) {

  private static Made of(Prompt prompt) {
    return new Made(prompt, prompt.digest());
  }

  /// What has been made for those who are asked for the first time: it follows from the version of
  /// the policy alone, so it is made once and not for each person.
  static final class Shelf {
    private static final int MOST = 1_000;

    private final Map<Place, Made> made = new ConcurrentHashMap<>();

    private record Place(
        String version, String surface, String purpose, Language language, boolean isSighted) {}

    /// @throws IllegalArgumentException if the purpose may never be asked about there
    Made of(Policy version, Surface surface, Purpose purpose, Prompt.Reader reader) {
      if (reader.agreed().isPresent()) {
        return Made.of(Prompt.of(version, surface, purpose, reader));
      }
      if (made.size() >= MOST) {
        made.clear();
      }
      Place place =
          new Place(
              version.digest(), surface.id(), purpose.id(), reader.language(), reader.sighted());
      return made.computeIfAbsent(
          place, _ -> Made.of(Prompt.of(version, surface, purpose, reader)));
    }
  }
}
