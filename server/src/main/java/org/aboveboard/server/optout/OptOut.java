package org.aboveboard.server.optout;

/// What a section of the Global Privacy Platform can say no to.
public enum OptOut {
  SALE,
  SHARING,
  TARGETED_ADVERTISING,
  SENSITIVE_DATA,
  /// Uses that have nothing to do with why the data was collected.
  FURTHER_USES
}
