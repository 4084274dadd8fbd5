package org.aboveboard.policy.read;

/// One thing wrong in a policy folder: where, what, and what to do about it.
///
/// @param file relative to the policy folder
/// @param line counted from one
public record Fault(String file, int line, String what, String cure) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + what + " " + cure;
  }
}
