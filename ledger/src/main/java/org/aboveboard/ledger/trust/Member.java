package org.aboveboard.ledger.trust;

import java.util.List;
import org.aboveboard.ledger.note.VerifierKey;

/// What a quorum counts: a witness, or a group of members.
public sealed interface Member {
  /// Its name in the policy file, which means nothing outside of it.
  String name();

  /// Somebody who cosigns checkpoints.
  ///
  /// @param url where it takes checkpoints, or empty
  record Witness(String name, VerifierKey key, String url) implements Member {}

  /// Some members, of whom `threshold` have to have cosigned.
  record Group(String name, int threshold, List<String> members) implements Member {
    public Group {
      members = List.copyOf(members);
    }
  }
}
