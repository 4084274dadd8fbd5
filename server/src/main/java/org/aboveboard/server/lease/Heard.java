package org.aboveboard.server.lease;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What a node has heard: up to which entry of the journal, and who said something lately.
///
/// What it answers about a moment only ever turns from yes to no: entries are added, and those that
/// are forgotten leave a mark behind which no older moment passes.
final class Heard {
  private static final int MOST = 100_000;

  private final Map<Long, Saying> lately = new ConcurrentHashMap<>();
  private volatile long index = -1;
  private volatile long forgotten = -1;

  /// The last thing a subject said, and when it was heard by the clock that nobody can set.
  private record Saying(long index, long nanos) {
    Saying or(Saying other) {
      return index >= other.index ? this : other;
    }
  }

  /// Everything up to this index of the journal has been heard.
  long index() {
    return index;
  }

  /// One subject said something, whatever else was said before.
  void note(long subject, long at, long nanos) {
    lately.merge(subject, new Saying(at, nanos), Saying::or);
  }

  /// Everything up to the news' index was said by those it names.
  void take(News news, long nanos) {
    if (news.upTo() < index) {
      throw new IllegalStateException(
          "The journal is shorter than what was heard of it: this is another database. Restart.");
    }
    news.said().forEach((subject, at) -> note(subject, at, nanos));
    if (!news.isWhole()) {
      forgotten = Math.max(forgotten, news.upTo());
    }
    index = news.upTo();
  }

  /// Whether nothing heard so far speaks against a use whose reading began at this moment and saw
  /// what the subject had said up to `said`.
  boolean isSilent(Moment moment, long subject, long said) {
    boolean isSilent = last(subject) <= said;
    // read last: it is raised before an entry goes
    return isSilent && forgotten <= moment.floor();
  }

  private long last(long subject) {
    Saying saying = lately.get(subject);
    return saying == null ? -1 : saying.index();
  }

  /// Forgets what is older than this age, or all if it has become much.
  void forget(long nanos, Duration age) {
    boolean isMuch = lately.size() > MOST;
    lately.forEach((subject, saying) -> {
      if (isMuch || nanos - saying.nanos() > age.toNanos()) {
        forgotten = Math.max(forgotten, saying.index());
        lately.remove(subject, saying);
      }
    });
  }
}
