package org.aboveboard.server.declaration;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Grant;
import org.jdbi.v3.core.statement.Query;

/// A grant for everybody who agreed, as statements ask for it: what of whom may be read at a
/// moment.
public record PopulationShelf(InForce inForce, Grant grant, Instant now) {

  /// The parameters by which a statement joins rows with those who agreed.
  ///
  /// @param keep how long the rows may be used
  public Query bind(Query query, Period keep) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    return query
        .bindArray("signals", Short.class, signals())
        .bind("today", today)
        .bind("since", today.minus(keep))
        .bind("unasked", grant.purpose().basis() != Basis.CONSENT)
        .bind("purpose", grant.purpose().number())
        .bind("declared", grant.agreed())
        .bind("index", grant.consentIndex())
        .bind("now", Timestamp.from(now))
        .bind("demonstration", inForce.isDemonstration());
  }

  private List<Short> signals() {
    return inForce.policy().signals().stream()
        .filter(signal -> grant.obligations().signals().contains(signal.id()))
        .map(inForce::number)
        .toList();
  }
}
