package org.aboveboard.server.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.aboveboard.server.sql.Bytes;

/// Every key that is still kept, tried on a copy of a wrapped one.
public final class Retained {
  private static final int SEALED = 60;

  private final Safe safe;

  public Retained(Safe safe) {
    this.safe = safe;
  }

  /// The fingerprint of what opens, with whatever key and in whatever context.
  public Optional<Bytes> open(byte[] wrapped, Lookup lookup) {
    byte[] sealed = Arrays.copyOfRange(wrapped, wrapped.length - SEALED, wrapped.length);
    int shard = Epoch.shardOf(lookup);
    List<SecretKey> keys = new ArrayList<>();
    safe.epochs().numbers().forEach(number -> keys.add(safe.epochs().of(number).shard(shard)));
    keys.add(safe.keyring().wrapping());
    keys.add(new SecretKeySpec(safe.keyring().mac("instance", "".getBytes(UTF_8)), "AES"));
    List<byte[]> contexts = new ArrayList<>();
    contexts.add(lookup.bytes());
    contexts.add(safe.wrap().context(lookup, shard, Wrap.epochOf(wrapped)));
    safe.epochs().numbers().forEach(n -> contexts.add(safe.wrap().context(lookup, shard, n)));
    return keys.stream()
        .flatMap(key -> contexts.stream().map(context -> opened(key, context, sealed)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// What tells the key in this row from others.
  public Bytes fingerprint(byte[] wrapped, Lookup lookup) {
    return Wrap.fingerprint(safe.wrap().unwrap(wrapped, lookup));
  }

  private static Optional<Bytes> opened(SecretKey key, byte[] context, byte[] sealed) {
    try {
      return Optional.of(
          Wrap.fingerprint(new SecretKeySpec(Seal.open(key, context, sealed), "AES")));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }
}
