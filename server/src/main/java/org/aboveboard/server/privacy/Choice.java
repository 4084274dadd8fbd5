package org.aboveboard.server.privacy;

import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.State;

/// One purpose and how it stands for this person.
///
/// @param act the one press that withdraws; nothing where there is nothing to withdraw
/// @param ask where it can be switched on again, always by way of its prompt
public record Choice(
    String name,
    String what,
    State state,
    List<Fact> facts,
    Optional<Act> act,
    Optional<Link> ask) {
  public Choice {
    facts = List.copyOf(facts);
  }
}
