package org.aboveboard.policy.export;

import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.tell.Notice;

/// What volunteers are asked for a purpose, and what is promised them, in the notice's own words.
final class Volunteered {
  private Volunteered() {}

  static Stream<Segment> segments(Policy policy, Purpose purpose) {
    return policy.segments().stream().filter(segment -> segment.purpose().equals(purpose.id()));
  }

  /// For each question that is asked for the purpose, what is said of it.
  static List<String> of(Policy policy, Language language, Purpose purpose) {
    var ids = segments(policy, purpose).map(Segment::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    var notice = Notice.of(policy, language);
    return ids.stream().map(id -> notice.said("segments", id)).toList();
  }
}
