package org.aboveboard.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder's PostgreSQL server that another process runs, for whoever wants to join it.
public record RunningPostgres(String jdbcUrl, String user, String password) {
  /// The server of this folder; nothing where no process of ours runs one.
  public static Optional<RunningPostgres> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder.resolve("data"))) {
      return Optional.empty();
    }
    Cluster cluster = Cluster.at(folder);
    try {
      FolderLock.take(cluster.folder()).close();
      return Optional.empty();
    } catch (StoreRefused taken) {
      String port = Postmaster.port(cluster.data()).orElseThrow(() -> taken);
      return Optional.of(
          new RunningPostgres(EmbeddedPostgres.url(port), Cluster.USER, cluster.password()));
    }
  }

  @Override
  public String toString() {
    return "RunningPostgres";
  }
}
