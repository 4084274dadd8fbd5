package org.aboveboard.server.postgres;

import static org.aboveboard.server.postgres.EmbeddedPostgresTest.ask;
import static org.aboveboard.server.postgres.EmbeddedPostgresTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aboveboard.server.sql.Power;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupOfTheStoreTest {
  @TempDir Path folder;

  @Test
  void theStoresOwnSchemaGoesThereAndBack() throws Exception {
    try (var server = EmbeddedPostgres.start(folder.resolve("postgres"))) {
      makeRoles(server);
      for (String database : List.of("source", "target")) {
        migrate(server, database);
      }
      try (var from = Direct.connect(url(server, "source"), server.user(), server.password());
          var to = Direct.connect(url(server, "target"), server.user(), server.password())) {
        run(
            from,
            "INSERT INTO journal SELECT n, now(), 'event', sha256(n::text::bytea), NULL"
                + " FROM generate_series(1, 99) n; UPDATE journal_head SET next = 100;"
                + " INSERT INTO subject (lookup, name, key, since)"
                + " VALUES (sha256('someone'), 'sealed', 'wrapped', '2026-11-23')");
        Path file = folder.resolve("backup.zip");
        Backup.write(from, file);
        Backup.restore(to, file, Set.of("journal", "journal_head"));
        for (String table : List.of("journal", "journal_head", "subject")) {
          String all = "SELECT string_agg(t::text, ';' ORDER BY t::text) FROM " + table + " t";
          assertThat(ask(to, all)).as(table).isEqualTo(ask(from, all));
        }
      }
    }
  }

  private static void makeRoles(EmbeddedPostgres server) throws SQLException {
    try (var owner = EmbeddedPostgresTest.connect(server)) {
      for (Power power : Power.values()) {
        run(owner, "CREATE ROLE aboveboard_" + power.name().toLowerCase(Locale.ROOT));
      }
      run(owner, "CREATE DATABASE source");
      run(owner, "CREATE DATABASE target");
    }
  }

  private static void migrate(EmbeddedPostgres server, String database) {
    Flyway.configure()
        .dataSource(url(server, database), server.user(), server.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static String url(EmbeddedPostgres server, String database) {
    return server.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
  }
}
