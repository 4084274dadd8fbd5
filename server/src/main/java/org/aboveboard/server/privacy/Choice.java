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
/// @param keep for how long at most it may be kept, where that can be chosen
public record Choice(
    String name,
    String what,
    State state,
    List<Fact> facts,
    Optional<Act> act,
    Optional<Link> ask,
    Optional<Keep> keep) {
  public Choice {
    facts = List.copyOf(facts);
  }

  /// How long data is kept, and the times that can be chosen.
  ///
  /// @param now how long it is now, in words
  public record Keep(String purpose, String now, List<Length> lengths) {
    public Keep {
      lengths = List.copyOf(lengths);
    }
  }

  /// A time for which data can be kept.
  ///
  /// @param isNow whether it is the one that holds
  public record Length(int days, String words, boolean isNow) {}
}
