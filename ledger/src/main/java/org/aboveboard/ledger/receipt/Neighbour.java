package org.aboveboard.ledger.receipt;

import java.util.List;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Inclusion;
import org.aboveboard.ledger.Verdict;

/// A pseudonym of a [RunList] beside the one that is not there.
///
/// @param place where it stands in the list, from 0
/// @param path from its leaf to the list's root
public record Neighbour(long place, Hash pseudonym, List<Hash> path) {
  public Neighbour {
    path = List.copyOf(path);
    if (place < 0 || path.size() > ProofFile.MAX_PATH) {
      throw new IllegalArgumentException("a place is 0 or more, and a path has 0 to 63 hashes");
    }
  }

  Verdict verify(long count, Hash root) {
    return switch (new Inclusion(place, count, path).verify(RunList.leaf(pseudonym), root)) {
      case Verdict.Verified verified -> verified;
      case Verdict.Refuted(var reason) ->
          new Verdict.Refuted("the neighbour at place " + place + ": " + reason);
    };
  }

  boolean isBefore(Hash other) {
    return RunList.ORDER.compare(pseudonym, other) < 0;
  }

  boolean isAfter(Hash other) {
    return RunList.ORDER.compare(pseudonym, other) > 0;
  }
}
