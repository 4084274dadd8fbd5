package org.aboveboard.verifier;

/// What checking a file came to.
sealed interface Outcome {
  /// What the process answers to the shell.
  int exitCode();

  /// The words for a person.
  String words();

  /// Everything in the file follows from its root.
  ///
  /// @param entries how many entries there are
  /// @param opened how many of them were opened with nonce and body
  /// @param isRootTrusted whether the root came from the person and not from the file
  record Verified(long entries, long opened, boolean isRootTrusted) implements Outcome {
    @Override
    public int exitCode() {
      return 0;
    }

    @Override
    public String words() {
      return ("Verified: " + entries + " entries without a gap, ")
          + (opened + " opened, " + (entries - opened) + " sealed.")
          + (isRootTrusted
              ? "\nThe root is the one you gave."
              : "\nThe root came from the file itself. Give the one you trust with --root.");
    }
  }

  /// Something in the file does not follow from its root.
  record Refuted(String reason) implements Outcome {
    @Override
    public int exitCode() {
      return 1;
    }

    @Override
    public String words() {
      return "Refuted: " + reason + ".";
    }
  }

  /// The file could not be checked, so nothing is known about it.
  record Unchecked(String what, String cure) implements Outcome {
    @Override
    public int exitCode() {
      return 2;
    }

    @Override
    public String words() {
      return "Not checked: " + what + ".\n" + cure;
    }
  }
}
