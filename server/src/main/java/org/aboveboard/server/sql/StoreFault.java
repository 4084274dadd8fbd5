package org.aboveboard.server.sql;

/// The store could not do what it must; the message names the cure.
public final class StoreFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreFault(String message) {
    super(message);
  }

  public StoreFault(String message, Throwable cause) {
    super(message, cause);
  }
}
