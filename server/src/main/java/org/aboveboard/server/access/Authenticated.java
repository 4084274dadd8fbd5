package org.aboveboard.server.access;

import java.time.Instant;
import java.util.Optional;

/// Who a request comes from.
public sealed interface Authenticated {

  /// A shop's own server, by its secret key.
  record Shop(String keyId) implements Authenticated {}

  /// One subject, by a token the shop asked for. `authTime` is when the person last proved who they
  /// are, where the shop said so.
  record Person(String subject, boolean minor, Optional<Instant> authTime)
      implements Authenticated {
    @Override
    public String toString() {
      return "Person";
    }
  }

  /// A member of staff, by the operator key that is theirs alone.
  record Operator(String person, String role) implements Authenticated {
    @Override
    public String toString() {
      return "Operator[" + role + "]";
    }
  }

  /// Nobody we let in. Status 401 where we do not know the caller, 403 where the key cannot do
  /// this.
  record Denied(int status, String why, String cure) implements Authenticated {}
}
