package org.aboveboard.server.key;

/// The key folder is not as it must be; the message names the cure.
public final class KeyFault extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  KeyFault(String message) {
    super(message);
  }

  KeyFault(String message, Throwable cause) {
    super(message, cause);
  }
}
