package org.aboveboard.ledger.witness;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.aboveboard.ledger.Consistency;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.VerifierKey;

/// A witness without its network: follows some logs and cosigns what continues them.
///
/// The checks are those of c2sp.org/tlog-witness in its order. A cosignature leaves only after the
/// memory holds the checkpoint, and only if nobody was faster; else the request is judged again
/// against what is there now. So two requests can never get cosignatures for a fork.
public final class Judge {
  private final List<VerifierKey> logs;
  private final Cosigner key;
  private final Memory memory;
  private final InstantSource clock;

  /// @param logs the logs' keys; a key's name is the origin that it may sign for
  public Judge(List<VerifierKey> logs, Cosigner key, Memory memory, InstantSource clock) {
    this.logs = List.copyOf(logs);
    this.key = key;
    this.memory = memory;
    this.clock = clock;
  }

  public Answer answer(byte[] body) throws IOException {
    return switch (AddCheckpoint.parse(body)) {
      case AddCheckpoint.Unreadable(var reason) -> new Answer.Malformed(reason);
      case AddCheckpoint.Read(var request) -> answer(request);
    };
  }

  public Answer answer(AddCheckpoint request) throws IOException {
    return switch (Checkpoint.parse(request.note().text())) {
      case Checkpoint.Unreadable(var reason) -> new Answer.Malformed(reason);
      case Checkpoint.Read(var checkpoint) -> answer(request, checkpoint);
    };
  }

  private Answer answer(AddCheckpoint request, Checkpoint checkpoint) throws IOException {
    var keys = logs.stream().filter(log -> log.name().equals(checkpoint.origin())).toList();
    if (keys.isEmpty()) {
      return new Answer.Unknown();
    }
    if (request.note().verifyAny(keys) instanceof Verdict.Refuted(var reason)) {
      return new Answer.Unsigned(reason);
    }
    if (request.old() > checkpoint.size()) {
      return new Answer.Malformed("the old size is larger than the checkpoint's");
    }
    while (true) {
      var seen = memory.latest(checkpoint.origin());
      if (request.old() != seen.size()) {
        return new Answer.Stale(seen.size());
      }
      if (continues(request, checkpoint, seen) instanceof Verdict.Refuted(var reason)) {
        return new Answer.Inconsistent(reason);
      }
      var cosignature = key.cosign(request.note().text(), clock.instant()).orElseThrow();
      var note = request.note().only(keys).orElseThrow().with(cosignature);
      if (memory.replace(checkpoint.origin(), seen, new Seen.Latest(checkpoint, note))) {
        return new Answer.Cosigned(cosignature);
      }
    }
  }

  /// Whether the checkpoint continues what was seen, at whose size the proof begins.
  static Verdict continues(AddCheckpoint request, Checkpoint checkpoint, Seen seen) {
    if (checkpoint.size() == 0 && !checkpoint.root().equals(Tree.EMPTY)) {
      return new Verdict.Refuted("the tree without entries has another root");
    }
    return switch (seen) {
      case Seen.Latest(var last, _) when last.size() > 0 ->
          consistent(last, checkpoint, request.proof());
      case Seen.Latest _, Seen.Nothing _ ->
          Verdict.of(request.proof().isEmpty(), "a proof from size 0 is empty");
    };
  }

  private static Verdict consistent(Checkpoint from, Checkpoint to, List<Hash> proof) {
    return new Consistency(from.size(), to.size(), proof).verify(from.root(), to.root());
  }
}
