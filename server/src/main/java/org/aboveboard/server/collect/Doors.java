package org.aboveboard.server.collect;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.consent.Contradictions;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.seen.Seen;

/// Leads the event protocol's messages to the one place that decides about them.
@Singleton
final class Doors {
  @Produces
  @Singleton
  @DefaultBean
  Intake intake(
      Collect collect,
      Consents consents,
      Contradictions contradictions,
      Deciding deciding,
      Narrow narrow,
      Declaration declaration,
      Seen seen) {
    return new Protocol(collect, consents, contradictions, deciding, narrow, declaration, seen);
  }
}
