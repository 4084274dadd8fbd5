package org.aboveboard.server.receipt;

import java.util.UUID;
import org.aboveboard.server.web.Problem;

/// Ids as they stand in addresses.
final class Ids {
  private Ids() {}

  static UUID job(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw Problem.notFound("There is no such erasure.", "Use the address that the erasure gave.")
          .thrown();
    }
  }
}
