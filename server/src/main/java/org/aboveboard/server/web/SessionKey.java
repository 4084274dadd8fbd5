package org.aboveboard.server.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where the key of the sessions comes from: the configuration, or chance at each start.
final class SessionKey {
  private SessionKey() {}

  /// @param configured 32 bytes or more in base64, the same on every node
  @Produces
  @Singleton
  static Sessions sessions(
      @ConfigProperty(name = "aboveboard.session-key") Optional<String> configured,
      InstantSource clock) {
    SecureRandom chance = new SecureRandom();
    byte[] key = configured.map(Base64.getDecoder()::decode).orElseGet(() -> bytes(chance));
    return new Sessions(key, clock, chance);
  }

  private static byte[] bytes(SecureRandom chance) {
    byte[] key = new byte[32];
    chance.nextBytes(key);
    return key;
  }
}
