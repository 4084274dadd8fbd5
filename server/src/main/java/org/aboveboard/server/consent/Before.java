package org.aboveboard.server.consent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.server.consent.ConsentRow.Against;
import org.aboveboard.server.journal.Shelf.Verdict;
import org.aboveboard.server.sql.Bytes;

/// What is to be written before a row, in the same group, and what of the row's verdict that
/// settles.
final class Before {
  private final Set<Bytes> answered = new HashSet<>();
  private final Map<About, List<ConsentRow>> said = new HashMap<>();

  /// What of whom.
  private record About(long subject, Place place) {
    static About of(ConsentRow row) {
      return new About(row.subject(), row.place());
    }
  }

  void add(ConsentRow row) {
    row.cited().ifPresent(cited -> answered.add(cited.nonce()));
    said.computeIfAbsent(About.of(row), _ -> new ArrayList<>()).add(row);
  }

  /// Why a prompt may not be answered any more; nothing if this does not stand against it.
  Optional<Verdict> verdict(ConsentRow row, Cited cited) {
    return answered.contains(cited.nonce())
        ? Optional.of(Verdict.REPEATED)
        : said(row).stream().anyMatch(row::isYesAfterNo)
            ? Optional.of(Verdict.STALE)
            : Optional.empty();
  }

  /// Why a contradiction is not to be recorded; nothing if this does not stand against it.
  Optional<Verdict> verdict(ConsentRow row, Against against) {
    for (ConsentRow other : said(row)) {
      if (other.against().isEmpty()) {
        return Optional.of(Verdict.STALE);
      }
      if (other.against().get().carrier().equals(against.carrier())) {
        return Optional.of(Verdict.REPEATED);
      }
    }
    return Optional.empty();
  }

  private List<ConsentRow> said(ConsentRow row) {
    return said.getOrDefault(About.of(row), List.of());
  }
}
