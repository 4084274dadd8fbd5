package org.aboveboard.server.key;

/// The epoch under which a key was wrapped is not here: destroyed, or left behind elsewhere.
public final class KeyGone extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  KeyGone(int epoch) {
    super(
        "The key of epoch "
            + epoch
            + " is not in the key folder. If it was destroyed, use a backup made since; if the"
            + " folder was moved, put all of keys/epochs back.");
  }
}
