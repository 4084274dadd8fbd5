package org.aboveboard.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.witness.AddCheckpoint;

/// One story that a log can tell, leaf by leaf; two stories may begin alike and then part.
record History(SignerKey key, List<Hash> leaves) {
  static History of(SignerKey key, int size) {
    return new History(key, leaves("honest", 0, size));
  }

  /// Another story with the same first leaves.
  History forkedAt(int common) {
    var forked = new ArrayList<>(leaves.subList(0, common));
    forked.addAll(leaves("forked", common, leaves.size()));
    return new History(key, forked);
  }

  Hash root(int size) {
    return Tree.root(leaves.subList(0, size));
  }

  Note note(int size) {
    return key.sign(new Checkpoint(key.verifier().name(), size, root(size)).text());
  }

  List<Hash> proof(int from, int to) {
    return from == 0 || from > to
        ? List.of()
        : Tree.consistency(leaves.subList(0, to), from).path();
  }

  AddCheckpoint request(int from, int to) {
    return new AddCheckpoint(from, proof(from, to), note(to));
  }

  private static List<Hash> leaves(String story, int from, int to) {
    var leaves = new ArrayList<Hash>();
    for (int i = from; i < to; i++) {
      leaves.add(Tree.leaf((story + i).getBytes(UTF_8)));
    }
    return leaves;
  }
}
