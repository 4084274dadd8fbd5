package org.aboveboard.verifier;

import java.util.List;

/// What checking came to.
sealed interface Outcome {
  /// What the process answers to the shell.
  int exitCode();

  /// The words for a person.
  String words();

  /// This outcome, and lines worth reading beside it.
  default Outcome with(List<String> lines) {
    return lines.isEmpty() ? this : new With(this, lines);
  }

  /// Everything in a journal extract follows from its root.
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

  /// What was given holds, for whom the person believes.
  record Holds(String claim) implements Outcome {
    @Override
    public int exitCode() {
      return 0;
    }

    @Override
    public String words() {
      return "Verified: " + claim + ".";
    }
  }

  /// Something does not follow from what it claims to follow from.
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

  /// It could not be checked, so nothing is known about it.
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

  /// An outcome with more to read.
  record With(Outcome outcome, List<String> lines) implements Outcome {
    public With {
      lines = List.copyOf(lines);
    }

    @Override
    public int exitCode() {
      return outcome.exitCode();
    }

    @Override
    public String words() {
      return outcome.words() + "\n" + String.join("\n", lines);
    }
  }
}
