package org.aboveboard.server.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.aboveboard.server.Options;
import org.aboveboard.server.Store;
import org.aboveboard.server.key.Safe;
import org.aboveboard.server.sql.Pools;

/// A store without the house around it: its schema up to date, its pools open.
record Opened(Store store, Safe safe, Pools pools) implements AutoCloseable {
  static Opened store(Options options, InstantSource clock) throws IOException {
    Safe safe = Safe.in(Instance.keys(options.data()), clock, System::nanoTime, new SecureRandom());
    Store store = Store.open(Instance.joined(options));
    try {
      return new Opened(
          store, safe, Pools.open(store.address(), power -> safe.keyring().password(power.name())));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Override
  public void close() {
    pools.close();
    store.close();
  }
}
