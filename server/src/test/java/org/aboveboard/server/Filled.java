package org.aboveboard.server;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import org.aboveboard.server.postgres.EmbeddedPostgres;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Pools;

/// A house that was filled once, and of which every test gets a copy: its folder and its database,
/// as they were then. Nothing that one test does reaches another, and none pays for the filling.
final class Filled implements AutoCloseable {
  private static final String STORE = "store";

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private int copies;

  private Filled(Path folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  /// What stands in it before any test.
  interface Filling {
    void of(Home home) throws Exception;
  }

  /// @param folder with its policy in `policy`, and whatever else tests need
  static Filled in(Path folder, InstantSource clock, Filling filling) throws Exception {
    Filled filled = new Filled(folder, EmbeddedPostgres.start(folder.resolve(STORE)));
    filled.execute("create database filled");
    try (Home home = new Copy(folder, filled.address("filled")).open(clock)) {
      filling.of(home);
    }
    return filled;
  }

  /// A copy of its own for one test, in a folder that is empty.
  Copy copy(Path into) throws Exception {
    Files.walkFileTree(folder, new Copying(folder, into));
    String database = "copy" + ++copies;
    execute("create database " + database + " template filled");
    return new Copy(into, address(database));
  }

  private Address address(String database) {
    return new Address(
        postgres.jdbcUrl().replaceAll("/postgres$", "/" + database),
        postgres.user(),
        postgres.password());
  }

  private void execute(String statement) throws SQLException {
    try (Connection owner = Pools.owner(address("postgres"));
        Statement one = owner.createStatement()) {
      one.execute(statement);
    }
  }

  @Override
  public void close() {
    postgres.close();
  }

  /// A house that can be opened, closed and opened again.
  record Copy(Path folder, Address address) {
    Path data() {
      return folder.resolve("data");
    }

    Path policy() {
      return folder.resolve("policy");
    }

    /// As the command line takes it.
    String url() {
      return address.url()
          + "?user="
          + address.owner()
          + "&password="
          + URLEncoder.encode(address.password(), StandardCharsets.UTF_8);
    }

    Home open(InstantSource clock) throws Exception {
      return Home.over(data(), policy(), url(), clock);
    }

    /// With the rights of who owns the schema.
    void asOwner(String... statements) throws SQLException {
      try (Connection owner = Pools.owner(address);
          Statement statement = owner.createStatement()) {
        for (String one : statements) {
          statement.execute(one);
        }
      }
    }
  }

  /// All files but those of the database.
  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (folder.equals(from.resolve(STORE))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Files.createDirectories(to.resolve(from.relativize(folder)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }
  }
}
