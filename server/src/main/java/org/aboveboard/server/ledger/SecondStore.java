package org.aboveboard.server.ledger;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;

/// The decisions of each second, and the entry that holds the root over their commitments.
final class SecondStore {
  private final Pools pools;

  SecondStore(Pools pools) {
    this.pools = pools;
  }

  /// Writes the entry for all decisions that have none yet; answers how many there were.
  ///
  /// The root is made before the journal is locked: numbers are given under its lock, so those that
  /// can be seen have no gap and none comes in between later.
  int close(Instant now) {
    List<Decided> open =
        pools.use(
            Power.LEDGER,
            handle ->
                handle
                    .createQuery(
                        "select number, commitment from decided where number >="
                            + " (select coalesce(max(first + count), 0) from decisions)"
                            + " order by number")
                    .map((row, _) ->
                        new Decided(
                            row.getLong(1), new Commitment(Hash.of(row.getBytes(2)).orElseThrow())))
                    .list());
    if (open.isEmpty()) {
      return 0;
    }
    Canonical body = body(open.stream().map(Decided::commitment).toList());
    return pools.transact(
        Power.LEDGER,
        handle -> {
          Connection connection = handle.getConnection();
          long index = Head.lock(connection);
          long first = open.getFirst().number();
          if (isCovered(handle, first)) {
            return 0;
          }
          Head.append(connection, now, List.of(Mark.of(Kind.DECISIONS, body)), index);
          handle.execute(
              "insert into decisions (index, first, count) values (?, ?, ?)",
              index,
              first,
              open.size());
          return open.size();
        });
  }

  private static boolean isCovered(Handle handle, long number) {
    return handle
        .createQuery("select exists (select from decisions where first + count > :number)")
        .bind("number", number)
        .mapTo(Boolean.class)
        .one();
  }

  private static Canonical body(List<Commitment> commitments) {
    List<Hash> leaves =
        commitments.stream().map(commitment -> Tree.leaf(commitment.hash().bytes())).toList();
    return Canonical.empty()
        .with("kind", Kind.DECISIONS.word())
        .with("count", leaves.size())
        .with("root", Tree.root(leaves).hex());
  }

  private record Decided(long number, Commitment commitment) {}
}
