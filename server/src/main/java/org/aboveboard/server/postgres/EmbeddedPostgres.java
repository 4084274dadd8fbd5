package org.aboveboard.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A PostgreSQL server of our own in a folder.
///
/// It is real and durable: what is committed survives `kill -9` of this process, of the server and
/// of the machine. It listens on loopback only and asks for a password that is kept beside the
/// data. A server that a killed run left behind is stopped and started anew. Nothing is stopped by
/// itself when Java ends: whoever starts it closes it, after the last use.
///
/// In the folder: `data`, `password` (only its owner reads it), `postgres.log`, `lock`.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final int ATTEMPTS = 4;
  private static final String PORT_TAKEN = "could not create any TCP/IP sockets";

  private final Postmaster postmaster;
  private final FolderLock lock;
  private final int port;
  private final String password;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private EmbeddedPostgres(Postmaster postmaster, FolderLock lock, int port, String password) {
    this.postmaster = postmaster;
    this.lock = lock;
    this.port = port;
    this.password = password;
  }

  /// Starts the server of `folder`, which is made if there is none, and returns when it answers.
  public static EmbeddedPostgres start(Path folder) throws IOException {
    return start(folder, Privileges.LESS_THAN_ROOT);
  }

  static EmbeddedPostgres start(Path folder, List<Privileges> lessThanRoot) throws IOException {
    var cluster = Cluster.at(folder);
    var lock = FolderLock.take(cluster.folder());
    try {
      return start(cluster, lock, lessThanRoot);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedPostgres start(
      Cluster cluster, FolderLock lock, List<Privileges> lessThanRoot) throws IOException {
    Postmaster.stopLeftBehind(cluster.data());
    var privileges = Privileges.forFolder(cluster.folder(), lessThanRoot);
    var binaries = Binaries.unpacked(caches(cluster.folder()), privileges);
    String password = cluster.password();
    if (cluster.isNew()) {
      cluster.initialise(binaries, privileges);
    }
    cluster.requireVersion(binaries.major());
    privileges.own(cluster.data());
    var server = launch(cluster, binaries, privileges, lock, password);
    server.makeDiscreet();
    return server;
  }

  /// Where the programs may be unpacked: shared by all folders of this user if possible.
  private static List<Path> caches(Path folder) {
    String home = System.getProperty("user.home", folder.toString());
    String base =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .filter(given -> given.startsWith("/"))
            .orElse(home + "/.cache");
    return List.of(Path.of(base, "aboveboard"), folder.resolve("programs"));
  }

  private static EmbeddedPostgres launch(
      Cluster cluster, Binaries binaries, Privileges privileges, FolderLock lock, String password)
      throws IOException {
    cluster.turnLog();
    int attempts = 0;
    do {
      int port = freePort();
      var started = postgres(cluster, binaries, privileges, port).start();
      started.getOutputStream().close();
      var postmaster = Postmaster.whenReady(started, cluster.data());
      if (postmaster.isPresent()) {
        return new EmbeddedPostgres(postmaster.get(), lock, port, password);
      }
    } while (cluster.lastOfLog().contains(PORT_TAKEN) && ++attempts < ATTEMPTS);
    throw new StoreRefused(
        "PostgreSQL ended while starting. The last lines of "
            + cluster.log()
            + ":\n"
            + cluster.lastOfLog()
            + "\n",
        "Mend what they name (room on the disk, rights on the folder), then start again.");
  }

  /// In a session of its own, where there is `setsid`: else Ctrl-C in a terminal would stop the
  /// server at the same moment as its users.
  private static ProcessBuilder postgres(
      Cluster cluster, Binaries binaries, Privileges privileges, int port) throws IOException {
    var program =
        new ArrayList<>(List.of(binaries.program("postgres"), "-D", cluster.data().toString()));
    program.addAll(Settings.arguments(port));
    var command = new ArrayList<>(Session.own());
    command.addAll(privileges.command(program));
    return Run.plain(command)
        .directory(cluster.folder().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Errors of statements can quote people's data ("… is not a number"), so that sessions log none
  /// of them; they go to whoever ran the statement. This also proves that the server answers.
  private void makeDiscreet() throws IOException {
    try (var connection = Direct.connect(jdbcUrl(), user(), password);
        var statement = connection.createStatement()) {
      statement.execute("ALTER ROLE ALL SET log_min_messages TO 'log'");
    } catch (SQLException e) {
      close();
      throw new IOException("PostgreSQL started but does not answer", e);
    }
  }

  public String jdbcUrl() {
    return url(Integer.toString(port));
  }

  static String url(String port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /// The owner of everything in this server.
  public String user() {
    return Cluster.USER;
  }

  public String password() {
    return password;
  }

  /// Stops the server and waits for it; open transactions are rolled back.
  @Override
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      try (lock) {
        postmaster.stop();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
