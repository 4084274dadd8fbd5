package org.aboveboard.server.rights;

import java.time.InstantSource;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.subject.SubjectStore;

/// Builds what serves people's rights.
public record Rights(Withdraw withdraw, Forget forget, Erase erase) {
  public static Rights of(
      Pools pools,
      Consents consents,
      SubjectStore subjects,
      Catalogue catalogue,
      Declaration declaration,
      Learn learn,
      Lease lease,
      InstantSource clock) {
    RightsStore store = new RightsStore(pools, clock);
    Erase erase =
        new Erase(
            store,
            new ErasureStore(pools, clock),
            subjects,
            catalogue,
            declaration,
            learn,
            lease,
            clock);
    erase.resume();
    return new Rights(
        new Withdraw(consents, store, catalogue, declaration, learn, lease, clock),
        new Forget(store, subjects, declaration, learn, lease, clock),
        erase);
  }
}
