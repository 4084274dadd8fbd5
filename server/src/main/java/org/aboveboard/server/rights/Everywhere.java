package org.aboveboard.server.rights;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.aboveboard.server.key.EpochDestroyed;
import org.aboveboard.server.key.Erased;
import org.aboveboard.server.sql.Pools;
import org.jboss.logging.Logger;

/// The second stage of erasures: with an epoch's key every copy ends of what was sealed under it,
/// and the ledger says for whose erasures that is so.
public final class Everywhere implements EpochDestroyed {
  private static final Logger LOG = Logger.getLogger(Everywhere.class);

  private final ErasureStore jobs;

  public Everywhere(Pools pools, InstantSource clock) {
    this.jobs = new ErasureStore(pools, clock);
  }

  @Override
  public void tell(int epoch, Instant at, List<Erased> everywhere) {
    int count = jobs.everywhere(epoch, at);
    LOG.infof("Epoch %d was destroyed; %d erasures have reached every copy.", epoch, count);
  }
}
