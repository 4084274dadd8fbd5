package org.aboveboard.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.aboveboard.server.key.Safe;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.postgres.FolderLock;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.subject.WrappedStore;

/// What the house stands on: the store, the key to what is in it, and the ways there.
record Ground(Store store, Safe safe, Pools pools, Lease lease, Optional<FolderLock> publishes)
    implements AutoCloseable {

  /// Opens all of it, or nothing.
  ///
  /// @param machine the clock of this machine, for its lease; it differs from the other where days
  ///   are made to pass
  static Ground open(Options options, InstantSource clock, InstantSource machine)
      throws IOException {
    Files.createDirectories(ledger(options));
    Safe safe =
        Safe.in(options.data().resolve("keys"), clock, System::nanoTime, new SecureRandom());
    Store store = Store.open(options);
    try {
      Pools pools = Pools.open(store.address(), power -> safe.keyring().password(power.name()));
      return new Ground(
          store, safe, pools, lease(pools, safe, machine), FolderLock.tryTake(ledger(options)));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// The folder of what is published.
  static Path ledger(Options options) {
    return options.data().resolve("ledger");
  }

  private static Lease lease(Pools pools, Safe safe, InstantSource machine) {
    try {
      FirstEpoch.ensure(safe, new WrappedStore(pools));
      return Lease.open(pools, machine, System::nanoTime);
    } catch (RuntimeException e) {
      pools.close();
      throw e;
    }
  }

  @Override
  public void close() {
    lease.close();
    pools.close();
    store.close();
    publishes.ifPresent(FolderLock::close);
  }

  @Override
  public String toString() {
    return "Ground";
  }
}
