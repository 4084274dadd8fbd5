package org.aboveboard.server;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.server.postgres.EmbeddedPostgres;
import org.aboveboard.server.sql.Address;

/// The database an instance uses: one of its own in its data folder, or a server it is pointed to.
public final class Store implements AutoCloseable {
  private final Address address;
  private final Optional<EmbeddedPostgres> own;

  private Store(Address address, Optional<EmbeddedPostgres> own) {
    this.address = address;
    this.own = own;
  }

  /// Opens it; an embedded one is started.
  public static Store open(Options options) throws IOException {
    if (options.database().isPresent()) {
      return new Store(elsewhere(options.database().get()), Optional.empty());
    }
    EmbeddedPostgres own = EmbeddedPostgres.start(options.data().resolve("store"));
    return new Store(new Address(own.jdbcUrl(), own.user(), own.password()), Optional.of(own));
  }

  /// A server's address; user and password stand in the URL, or in the usual PG variables.
  private static Address elsewhere(String url) {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new IllegalArgumentException(
          "--db wants jdbc:postgresql://host:port/name?user=…&password=…");
    }
    return new Address(
        withoutCredentials(url),
        parameter(url, "user")
            .orElse(Optional.ofNullable(System.getenv("PGUSER")).orElse("postgres")),
        parameter(url, "password")
            .orElse(Optional.ofNullable(System.getenv("PGPASSWORD")).orElse("")));
  }

  /// The driver takes a user of the URL before the one it is given, so that every power would be
  /// the owner.
  private static String withoutCredentials(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return url;
    }
    String rest =
        Stream.of(url.substring(query + 1).split("&", -1))
            .filter(pair -> !pair.startsWith("user=") && !pair.startsWith("password="))
            .collect(Collectors.joining("&"));
    return url.substring(0, query) + (rest.isEmpty() ? "" : "?" + rest);
  }

  private static Optional<String> parameter(String url, String name) {
    int query = url.indexOf('?');
    if (query < 0) {
      return Optional.empty();
    }
    for (String pair : url.substring(query + 1).split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(
            URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  public Address address() {
    return address;
  }

  @Override
  public void close() {
    own.ifPresent(EmbeddedPostgres::close);
  }
}
