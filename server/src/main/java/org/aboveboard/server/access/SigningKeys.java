package org.aboveboard.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rotating keys that sign subject tokens.
///
/// A key signs for [#SIGNS] and is known for a day longer, so every token outlives no key. Nodes
/// share keys through the store: one met for the first time is looked up, at most once a second.
@Singleton
final class SigningKeys {
  static final Duration SIGNS = Duration.ofDays(30);
  private static final Duration KNOWN = SIGNS.plusDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final SigningShelf shelf;
  private final InstantSource clock;
  private final SecureRandom random;
  private List<SigningKey> held = List.of();
  private Instant read = Instant.MIN;

  @Inject
  SigningKeys(SigningStore store, InstantSource clock) {
    this(store, clock, new SecureRandom());
  }

  SigningKeys(SigningShelf shelf, InstantSource clock, SecureRandom random) {
    this.shelf = shelf;
    this.clock = clock;
    this.random = random;
  }

  /// The key to sign with now; a new one is made where the newest has signed long enough.
  synchronized SigningKey toSign() {
    Instant now = clock.instant();
    return signing(now)
        .or(() -> {
          reread(now);
          return signing(now);
        })
        .orElseGet(() -> fresh(now));
  }

  /// The key of this name, while it counts.
  synchronized Optional<SigningKey> named(String kid) {
    Instant now = clock.instant();
    if (find(kid, now).isEmpty() && now.isAfter(read.plus(PATIENCE))) {
      reread(now);
    }
    return find(kid, now);
  }

  private Optional<SigningKey> signing(Instant now) {
    return held.stream().filter(key -> now.isBefore(key.created().plus(SIGNS))).findFirst();
  }

  private Optional<SigningKey> find(String kid, Instant now) {
    return held.stream()
        .filter(key -> key.kid().equals(kid) && now.isBefore(key.retires()))
        .findFirst();
  }

  private void reread(Instant now) {
    held = shelf.live(now);
    read = now;
  }

  private SigningKey fresh(Instant now) {
    KeyPair pair = pair();
    String kid = "sk_" + UUID.nameUUIDFromBytes(pair.getPublic().getEncoded());
    var key = new SigningKey(kid, pair.getPublic(), pair.getPrivate(), now, now.plus(KNOWN));
    shelf.add(key);
    reread(now);
    return key;
  }

  private KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no Ed25519.", e);
    }
  }
}
