package org.aboveboard.server.run;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.aboveboard.ledger.Hash;
import org.aboveboard.server.journal.Shelf;

/// Runs of training: added, never updated.
final class RunShelf implements Shelf<Trained> {
  @Override
  public List<Verdict> judge(Connection connection, List<Trained> runs) {
    return Collections.nCopies(runs.size(), Verdict.WRITE);
  }

  @Override
  public void put(Connection connection, List<Trained> runs, long first) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into run (index, run, pseudonyms) values (?, ?, ?)")) {
      for (int i = 0; i < runs.size(); i++) {
        insert.setLong(1, first + i);
        insert.setBytes(2, runs.get(i).run().array());
        insert.setBytes(3, bytes(runs.get(i).people().pseudonyms()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static byte[] bytes(List<Hash> pseudonyms) {
    ByteBuffer bytes = ByteBuffer.allocate(pseudonyms.size() * Hash.LENGTH);
    pseudonyms.forEach(one -> bytes.put(one.bytes()));
    return bytes.array();
  }
}
