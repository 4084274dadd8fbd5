package org.aboveboard.verifier;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.VerifierKey;
import org.aboveboard.ledger.trust.Member;
import org.aboveboard.ledger.trust.TrustPolicy;

/// Whom the person who checks believes.
sealed interface Belief {
  /// They named nobody, so that no signature can be told from any other.
  record Nobody() implements Belief {}

  /// They named a log's key, or a policy.
  record Named(TrustPolicy policy) implements Belief {}

  /// Whether those who are believed signed the note. Where nobody is, there is nothing to refute.
  default Verdict verify(Note note) {
    return switch (this) {
      case Nobody _ -> new Verdict.Verified();
      case Named(var policy) -> policy.verify(note);
    };
  }

  /// What a claim comes to that is refuted by nothing.
  ///
  /// @param claim what holds if the log's key is known
  /// @param origin the log
  default Outcome confirm(String claim, String origin) {
    return switch (this) {
      case Named _ -> new Outcome.Holds(claim);
      case Nobody _ ->
          new Outcome.Unchecked(
              "nobody vouches for the key of " + origin,
              "All the rest fits. Get the log's key from somebody you trust,"
                  + " and give it with --key or in a --policy file.");
    };
  }

  /// Who has cosigned, and whether it is enough, in words.
  default List<String> witnesses(Note note) {
    return switch (this) {
      case Nobody _ -> List.of();
      case Named(var policy) -> witnesses(policy, note);
    };
  }

  private static List<String> witnesses(TrustPolicy policy, Note note) {
    var lines = new ArrayList<String>();
    for (var member : policy.members()) {
      if (member instanceof Member.Witness(var name, var key, _) && note.names(key)) {
        lines.add("Cosigned by " + name + " on " + time(note, key) + ".");
      }
    }
    if (!policy.quorum().equals(TrustPolicy.NONE)) {
      lines.add("The quorum " + policy.quorum() + " is met.");
    } else if (lines.isEmpty()) {
      lines.add(
          "No witness vouches for it: you trust the operator not to show others another ledger.");
    }
    return lines;
  }

  private static String time(Note note, VerifierKey key) {
    try {
      var own = note.only(List.of(key)).orElseThrow();
      return Plain.time(Cosigner.time(own.signatures().getFirst()));
    } catch (DateTimeException _) {
      return "a day beyond all calendars";
    }
  }
}
