package org.aboveboard.server.rights;

import java.time.InstantSource;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.collect.EventStore;
import org.aboveboard.server.collect.QuarantineStore;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.recommend.RecordStore;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.subject.SubjectStore;
import org.aboveboard.server.vault.Looks;
import org.aboveboard.server.vault.Vault;

/// Builds what serves people's rights.
public record Rights(
    Choose choose,
    Forget forget,
    Erase erase,
    Records records,
    Access access,
    Downloads downloads,
    Volunteer volunteer) {
  public static Rights of(
      Pools pools,
      Journal journal,
      ConsentStore consentStore,
      Consents consents,
      SubjectStore subjects,
      Catalogue catalogue,
      Declaration declaration,
      EventStore events,
      QuarantineStore quarantine,
      RecordStore answers,
      Vault vault,
      Looks looks,
      Learn learn,
      Lease lease,
      InstantSource clock) {
    RightsStore store = new RightsStore(pools, clock);
    Erase erase =
        new Erase(
            store,
            new ErasureStore(pools, clock),
            new LookStore(pools, clock),
            subjects,
            catalogue,
            declaration,
            learn,
            lease,
            clock);
    erase.resume();
    Choose choose =
        new Choose(consents, store, quarantine, catalogue, declaration, learn, lease, clock);
    Volunteer volunteer = new Volunteer(choose, vault, looks, subjects, declaration, clock);
    return new Rights(
        choose,
        new Forget(store, quarantine, subjects, declaration, learn, lease, clock),
        erase,
        new Records(consentStore, store, subjects, declaration, clock),
        new Access(
            subjects,
            events,
            quarantine,
            catalogue,
            consentStore,
            answers,
            store,
            volunteer,
            declaration,
            clock),
        new Downloads(journal, subjects),
        volunteer);
  }
}
