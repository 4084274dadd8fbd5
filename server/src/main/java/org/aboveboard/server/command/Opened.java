package org.aboveboard.server.command;

import java.io.IOException;
import java.security.SecureRandom;
import org.aboveboard.server.Options;
import org.aboveboard.server.Store;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.sql.Pools;

/// A store without the house around it: its schema up to date, its pools open.
record Opened(Store store, Keyring keyring, Pools pools) implements AutoCloseable {
  static Opened store(Options options) throws IOException {
    Keyring keyring = Keyring.in(Instance.rootKey(options.data()), new SecureRandom());
    Store store = Store.open(Instance.joined(options));
    try {
      return new Opened(
          store, keyring, Pools.open(store.address(), power -> keyring.password(power.name())));
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
