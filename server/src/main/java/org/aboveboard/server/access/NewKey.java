package org.aboveboard.server.access;

/// A key at the only moment it can be read: when it is made. Prints nothing.
public record NewKey(AccessKey key, String secret) {
  @Override
  public String toString() {
    return "NewKey[" + key.id() + "]";
  }
}
