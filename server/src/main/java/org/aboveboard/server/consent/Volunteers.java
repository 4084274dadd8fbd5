package org.aboveboard.server.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Fallback;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Showing;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.tell.Prompt;

/// The place where volunteers are asked about themselves: a page of its own, and no surface of the
/// policy, since nothing is recommended there and nobody is led there to be asked.
public final class Volunteers {
  /// What records call the place; no id that a policy can declare has a stroke in it.
  public static final String PLACE = "privacy/segments";

  private Volunteers() {}

  /// The place as a version of the policy has it: a question for each purpose of a segment.
  public static Surface place(Policy version) {
    return new Surface(
        PLACE,
        Text.of(version.organisation().language(), PLACE),
        version.segments().stream().map(Segment::purpose).distinct().toList(),
        Optional.empty(),
        Fallback.EDITORIAL,
        Surface.NO_WINDOW,
        true,
        false,
        0,
        Showing.PLAIN);
  }

  /// The place of this name in a version of the policy, if it is this one.
  static Optional<Surface> named(Policy version, String name) {
    return Optional.of(name).filter(PLACE::equals).map(_ -> place(version));
  }

  /// Whether somebody may be asked about a purpose there, now.
  public static boolean mayAsk(Policy policy, Purpose purpose, Instant now) {
    return Prompt.mayAsk(policy, place(policy), purpose, now);
  }

  /// Whether a purpose is for volunteers.
  public static boolean isFor(Policy policy, Purpose purpose) {
    return segments(policy, purpose).stream().findAny().isPresent();
  }

  /// The segments whose answers are kept for a purpose.
  public static List<Segment> segments(Policy policy, Purpose purpose) {
    return policy.segments().stream()
        .filter(segment -> segment.purpose().equals(purpose.id()))
        .toList();
  }
}
