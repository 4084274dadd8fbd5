package org.aboveboard.server;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.sql.Pools;

/// What the house stands on: the store, the key to what is in it, and the ways there.
record Ground(Store store, Keyring keyring, Pools pools, Lease lease) implements AutoCloseable {

  /// Opens all of it, or nothing.
  static Ground open(Options options, InstantSource clock) throws IOException {
    Files.createDirectories(options.data());
    Keyring keyring =
        Keyring.in(options.data().resolve("keys").resolve("root.key"), new SecureRandom());
    Store store = Store.open(options);
    try {
      Pools pools = Pools.open(store.address(), power -> keyring.password(power.name()));
      return new Ground(store, keyring, pools, lease(pools, clock));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Lease lease(Pools pools, InstantSource clock) {
    try {
      return Lease.open(pools, clock, System::nanoTime);
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
  }

  @Override
  public String toString() {
    return "Ground";
  }
}
