package org.aboveboard.server.access;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;

/// An Ed25519 key pair that signs subject tokens; after `retires` nothing it signed counts.
record SigningKey(
    String kid, PublicKey publicKey, PrivateKey privateKey, Instant created, Instant retires) {
  @Override
  public String toString() {
    return "SigningKey[" + kid + "]";
  }
}
