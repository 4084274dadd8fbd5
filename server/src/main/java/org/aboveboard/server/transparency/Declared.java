package org.aboveboard.server.transparency;

import java.util.List;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.State;

/// One purpose of the policy, in words.
///
/// @param data each category it uses, and why it is needed
/// @param digest what its meaning amounts to, to compare with a consent record
public record Declared(
    String name, String why, State state, List<Fact> data, List<Fact> facts, String digest) {
  public Declared {
    data = List.copyOf(data);
    facts = List.copyOf(facts);
  }
}
