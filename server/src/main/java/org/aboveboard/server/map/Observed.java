package org.aboveboard.server.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.alarm.Alarm;
import org.aboveboard.server.seen.Finding;
import org.aboveboard.server.seen.Seeing;
import org.aboveboard.server.seen.Sighting;
import org.aboveboard.server.seen.Unseen;

/// What was seen, as data.
///
/// @param policy the digest of the version it was held against
/// @param began since when this server counts
/// @param egress whether this machine tells where the server is connected to
/// @param seen how often what is declared happened
/// @param dropped what came, was not declared so, and was dropped at the door
/// @param undeclared what happens here and is not declared, what comes among it
/// @param unseen what is declared and was not seen for 90 days
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Observed(
    String policy,
    Instant at,
    Instant began,
    String egress,
    Optional<Instant> rowsCounted,
    List<Count> seen,
    List<Count> dropped,
    List<Stray> undeclared,
    List<Missing> unseen,
    List<Raised> alarms) {

  record Count(String kind, String name, Instant first, Instant last, long count) {
    static Count of(Sighting one) {
      return new Count(one.kind().word(), one.name(), one.first(), one.last(), one.count());
    }
  }

  record Stray(String cause, String what) {
    static Stray of(Finding one) {
      return new Stray(one.cause(), one.what());
    }
  }

  /// @param last when it was seen last, if it ever was
  /// @param since from when it could have been seen, where it never was
  record Missing(String kind, String name, Optional<Instant> last, Optional<Instant> since) {
    static Missing of(Unseen one) {
      Optional<Instant> when = Optional.of(one.last());
      return new Missing(
          one.kind().word(),
          one.name(),
          one.ever() ? when : Optional.empty(),
          one.ever() ? Optional.empty() : when);
    }
  }

  record Raised(String cause, String what, Instant raised) {
    static Raised of(Alarm one) {
      return new Raised(one.cause(), one.what(), one.raised());
    }
  }

  static Observed of(String policy, Seeing seeing) {
    return new Observed(
        policy,
        seeing.at(),
        seeing.began(),
        seeing.elsewhere() ? "observed" : "not observed here",
        seeing.rowsCounted(),
        seeing.sightings().stream().filter(one -> !one.kind().isDropped()).map(Count::of).toList(),
        seeing.compared().dropped().stream().map(Count::of).toList(),
        seeing.compared().undeclared().stream().map(Stray::of).toList(),
        seeing.compared().unseen().stream().map(Missing::of).toList(),
        seeing.alarms().stream().map(Raised::of).toList());
  }
}
