package org.aboveboard.server.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;
import org.aboveboard.server.sql.Bytes;

/// All that lies in the folder `keys`: the root, the epochs, other secrets, and who was erased.
///
/// It is never in the database nor in a backup, and every node of an instance sees the same folder.
/// Prints nothing.
public final class Safe {
  private final Keyring keyring;
  private final Epochs epochs;
  private final Wrap wrap;
  private final Erasures erasures;
  private final Secrets secrets;

  private Safe(Keyring keyring, Epochs epochs, Wrap wrap, Erasures erasures, Secrets secrets) {
    this.keyring = keyring;
    this.epochs = epochs;
    this.wrap = wrap;
    this.erasures = erasures;
    this.secrets = secrets;
  }

  /// Opens the folder with the root key that lies in it as `root.key`; a new one is made where
  /// there is none. Epochs are not made here.
  public static Safe in(Path keys, InstantSource clock, LongSupplier nanos, SecureRandom random)
      throws IOException {
    RootKey root = Guard.of(keys).hold(() -> RootFile.in(keys.resolve("root.key"), random));
    return in(keys, root, clock, nanos, random);
  }

  /// Opens the folder with a root key from elsewhere.
  public static Safe in(
      Path keys, RootKey root, InstantSource clock, LongSupplier nanos, SecureRandom random)
      throws IOException {
    Guard guard = Guard.of(keys);
    Keyring keyring = Keyring.of(root);
    guard.hold(() -> Durable.sweep(keys) + Durable.sweep(keys.resolve("epochs")));
    Epochs epochs = Epochs.in(keys, root, clock, nanos, random, guard);
    return new Safe(
        keyring,
        epochs,
        new Wrap(keyring, epochs, random),
        Erasures.in(keys, guard, clock),
        Secrets.in(keys, root));
  }

  public Keyring keyring() {
    return keyring;
  }

  public Epochs epochs() {
    return epochs;
  }

  public Wrap wrap() {
    return wrap;
  }

  public Erasures erasures() {
    return erasures;
  }

  public Secrets secrets() {
    return secrets;
  }

  /// Writes down, on disk, that this key's person is to be erased; answers with which epoch the
  /// last copy of it goes.
  ///
  /// Who was ever wrapped under the root itself stays in the file for good: the root is not
  /// destroyed, so an old copy of theirs would open.
  public IntSupplier noteOf(long subject, Lookup lookup, SecretKey key, int wrappedIn) {
    Bytes fingerprint = Wrap.fingerprint(key);
    return () -> {
      Epoch newest = epochs.newest();
      boolean isOld = wrappedIn == Wrap.BEFORE || subject <= newest.older();
      int epoch = isOld ? Wrap.BEFORE : newest.number();
      erasures.add(lookup, fingerprint, epoch);
      return epoch;
    };
  }

  @Override
  public String toString() {
    return "Safe";
  }
}
