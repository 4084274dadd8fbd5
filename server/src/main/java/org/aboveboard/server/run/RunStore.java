package org.aboveboard.server.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.receipt.RunList;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;

/// Runs of training, and the pseudonyms of who was in each: noise to everybody but each of them.
final class RunStore {
  private final Pools pools;
  private final Journal journal;
  private final RunShelf shelf = new RunShelf();

  RunStore(Pools pools, Journal journal) {
    this.pools = pools;
    this.journal = journal;
  }

  /// A run and everybody in it.
  record Everybody(Bytes run, RunList people) {}

  Placed add(Trained run) {
    return journal.write(shelf, List.of(run)).getFirst();
  }

  /// The latest runs, newest first.
  List<Runs.Published> latest(int most) {
    return pools.use(
        Power.LEDGER,
        handle ->
            handle
                .createQuery(
                    "select r.index, j.at, r.run from run r join journal j using (index)"
                        + " order by r.index desc limit :most")
                .bind("most", most)
                .map((row, _) -> published(row))
                .list());
  }

  private static Runs.Published published(ResultSet row) throws SQLException {
    return new Runs.Published(
        row.getLong(1), row.getTimestamp(2).toInstant(), HexFormat.of().formatHex(row.getBytes(3)));
  }

  Optional<Everybody> find(long index) {
    return pools.use(
        Power.LEDGER,
        handle ->
            handle
                .createQuery("select run, pseudonyms from run where index = :index")
                .bind("index", index)
                .map((row, _) ->
                    new Everybody(Bytes.of(row.getBytes(1)), RunList.of(hashes(row.getBytes(2)))))
                .findOne());
  }

  private static List<Hash> hashes(byte[] bytes) {
    List<Hash> hashes = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += Hash.LENGTH) {
      hashes.add(Hash.of(Arrays.copyOfRange(bytes, from, from + Hash.LENGTH)).orElseThrow());
    }
    return hashes;
  }
}
