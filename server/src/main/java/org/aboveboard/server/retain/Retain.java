package org.aboveboard.server.retain;

import java.time.InstantSource;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Policy;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.sql.Pools;

/// Enforces retention: what has run out is deleted; the models are told of it and follow.
public final class Retain {
  private final RetainStore store;
  private final Declaration declaration;
  private final Catalogue catalogue;
  private final InstantSource clock;

  public Retain(Pools pools, Declaration declaration, Catalogue catalogue, InstantSource clock) {
    this.store = new RetainStore(pools, clock);
    this.declaration = declaration;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /// Deletes what has run out by now.
  public Run run() {
    Policy policy = declaration.now().policy();
    Run run = store.run(grant(policy), policy);
    catalogue.forgetMentioned();
    return run;
  }

  @AuditedBypass(why = "what has run out must go whatever anybody agrees to")
  private Grant grant(Policy policy) {
    return Grant.forUpkeep(policy, clock.instant());
  }
}
