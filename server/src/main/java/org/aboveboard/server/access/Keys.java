package org.aboveboard.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.sql.Pools;

/// Recognises the keys that come with requests, makes new ones and ends old ones.
///
/// All live keys are held in memory for a few seconds, so a stranger's guesses cost no query, and a
/// key that is revoked on another node stops within that time.
@Singleton
public final class Keys {
  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final int BYTES = 32;
  private static final int LONGEST = 200;

  private final KeyShelf shelf;
  private final InstantSource clock;
  private final RandomGenerator random;
  private volatile Ring ring = new Ring(Map.of(), Instant.MIN);

  private record Ring(Map<KeyDigest, AccessKey> keys, Instant read) {}

  @Inject
  Keys(AccessStore store, InstantSource clock) {
    this(store, clock, new SecureRandom());
  }

  Keys(KeyShelf shelf, InstantSource clock, RandomGenerator random) {
    this.shelf = shelf;
    this.clock = clock;
    this.random = random;
  }

  /// The keys of an instance, for the command line.
  public static Keys of(Pools pools, InstantSource clock) {
    return new Keys(new AccessStore(pools), clock);
  }

  /// The live key this text is, if it is one.
  public Optional<AccessKey> recognise(String presented) {
    return presented.isEmpty() || presented.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(current().get(KeyDigest.of(presented)));
  }

  /// Whether anybody could be let in: until then the server listens to this machine alone.
  public boolean any() {
    return !current().isEmpty();
  }

  /// Every live key, without the keys themselves.
  public List<AccessKey> live() {
    return List.copyOf(current().values());
  }

  /// Makes a key for a program; what it returns is shown once and kept nowhere.
  public NewKey create(Kind kind) {
    if (kind == Kind.OPERATOR) {
      throw new IllegalArgumentException("An operator key names a person and a role.");
    }
    return keep(kind, Optional.empty(), Optional.empty(), secret(kind));
  }

  /// Makes a key for one member of staff in one role.
  public NewKey createOperator(String person, String role) {
    return keep(Kind.OPERATOR, Optional.of(person), Optional.of(role), secret(Kind.OPERATOR));
  }

  /// Takes a key that was chosen elsewhere, such as the write key a shop's pages carry already.
  public NewKey adopt(Kind kind, String secret) {
    return keep(kind, Optional.empty(), Optional.empty(), secret);
  }

  /// Ends a key; true where it was live.
  public boolean revoke(String id) {
    boolean ended = shelf.revoke(id, clock.instant());
    forgetRing();
    return ended;
  }

  private NewKey keep(Kind kind, Optional<String> person, Optional<String> role, String secret) {
    KeyDigest digest = KeyDigest.of(secret);
    var key = new AccessKey("key_" + base64(digest.bytes()).substring(0, 12), kind, person, role);
    shelf.add(new StoredKey(key, digest), clock.instant());
    forgetRing();
    return new NewKey(key, secret);
  }

  private String secret(Kind kind) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return "ab_" + kind.word() + "_" + base64(bytes);
  }

  private Map<KeyDigest, AccessKey> current() {
    Ring held = ring;
    Instant now = clock.instant();
    return now.isBefore(held.read()) || !now.isBefore(held.read().plus(FRESH))
        ? refreshed(now)
        : held.keys();
  }

  private synchronized Map<KeyDigest, AccessKey> refreshed(Instant now) {
    if (ring.read().isBefore(now) || ring.keys().isEmpty()) {
      ring =
          new Ring(
              shelf.live().stream()
                  .collect(Collectors.toUnmodifiableMap(StoredKey::digest, StoredKey::key)),
              now);
    }
    return ring.keys();
  }

  private synchronized void forgetRing() {
    ring = new Ring(Map.of(), Instant.MIN);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
