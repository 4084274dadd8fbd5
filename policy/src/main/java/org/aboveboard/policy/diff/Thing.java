package org.aboveboard.policy.diff;

/// Something that is declared in one of two policies, or in both.
///
/// @param id empty for a part that is one file
/// @param label what it is called, in English where the policy speaks it; empty for one file
public record Thing(Part part, String id, String label) {

  /// The file it is declared in.
  public String file() {
    return part.file(id);
  }

  /// As a sentence names it: `the purpose "book suggestions"`.
  public String words() {
    return label.isEmpty() ? part.words() : part.words() + " \"" + label + "\"";
  }
}
