package org.aboveboard.server.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.tile.TileFolder;
import org.aboveboard.server.ledger.Sequencer.Stage;

/// A node that publishes an archive's journal from a folder of its own, one step at a time.
///
/// @param back how many entries it put back when it started
record Node(TileFolder tiles, SignerKey key, Witnesses witnesses, Sequencer sequencer, long back)
    implements AutoCloseable {

  static Node open(Archive archive, Path folder) throws IOException {
    return open(archive, folder, _ -> {});
  }

  /// Starts as the server does.
  static Node open(Archive archive, Path folder, Consumer<Stage> reached) throws IOException {
    SignerKey key = LogKey.in(folder, Archive.SEED);
    return open(archive, folder, new Witnesses(Trust.in(folder, key.verifier())), reached);
  }

  /// The same with witnesses that are asked already.
  static Node open(Archive archive, Path folder, Witnesses witnesses, Consumer<Stage> reached)
      throws IOException {
    SignerKey key = LogKey.in(folder, Archive.SEED);
    TileFolder tiles = TileFolder.open(folder);
    LedgerStore store = new LedgerStore(archive.pools);
    Sequencer sequencer = new Sequencer(store, tiles, key, witnesses, reached);
    long back = Mending.mend(store, tiles, sequencer.shown());
    return new Node(tiles, key, witnesses, sequencer, back);
  }

  Published step() throws IOException {
    return sequencer.step();
  }

  @Override
  public void close() {
    witnesses.close();
  }
}
