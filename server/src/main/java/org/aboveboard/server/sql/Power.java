package org.aboveboard.server.sql;

import java.util.Locale;

/// A database role with just what one kind of work needs; each has a connection pool of its own.
public enum Power {
  /// Adds rows and journal entries; reads no payload.
  WRITE(8),
  /// Reads one subject, the one it names.
  SERVE(12),
  /// Reads numbers of everybody; never a payload, a name or a key.
  LEARN(3),
  /// Reads and deletes one subject, the one it names.
  RIGHTS(4),
  /// Deletes what has run out; reads no payload.
  RETAIN(2),
  /// Reads what volunteers said of themselves, sealed, and counts it; no key, no name.
  VAULT(2),
  /// Reads the journal's entries and publishes the ledger; no row of a person.
  LEDGER(3),
  /// Reads what was shown and what followed, as numbers of everybody who agreed to be measured.
  AUDIT(2),
  /// Keeps the catalogue, the keys and the counts; nothing that says who did or chose what.
  OPERATE(6);

  private final int connections;

  Power(int connections) {
    this.connections = connections;
  }

  String role() {
    return "aboveboard_" + name().toLowerCase(Locale.ROOT);
  }

  int connections() {
    return connections;
  }
}
