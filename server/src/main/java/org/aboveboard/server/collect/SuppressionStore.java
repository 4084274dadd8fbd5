package org.aboveboard.server.collect;

import java.sql.Timestamp;
import java.time.Instant;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Lookup;
import org.jdbi.v3.core.Jdbi;

/// Erased people whose late events must not bring them back, where no consent is asked for.
public final class SuppressionStore {
  private final Jdbi write;

  public SuppressionStore(Pools pools) {
    this.write = pools.as(Power.WRITE);
  }

  /// Whether an event of that time belongs to what was erased.
  boolean covers(Lookup lookup, Instant occurred) {
    return write.withHandle(handle ->
        handle
            .createQuery("select 1 from suppression where lookup = :lookup and before > :at")
            .bind("lookup", lookup.bytes())
            .bind("at", Timestamp.from(occurred))
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }
}
