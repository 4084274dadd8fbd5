package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Use;
import org.aboveboard.server.postgres.EmbeddedPostgres;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.StoreFault;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store that was filled before, by an earlier release or under another key, is opened.
final class FilledStoreTest {
  private static final String NAME = "u:ana";

  /// What the first release wrote: a version, a yes, an event for two purposes, an answer.
  private static final List<String> ROWS =
      List.of(
          "insert into journal (index, at, kind, commitment) select n, timestamptz '2026-11-01 12:00Z' + (n - 1) * interval '1 day',"
              + " 'event', sha256(n::text::bytea) from generate_series(1, 4) n",
          "update journal_head set next = 5",
          "insert into policy_version values (1, 'old', 'a form of the past', now())",
          "insert into consent (index, subject, purpose, kind, at, declared, evidence, payload)"
              + " values (2, 1, 0, 'GIVEN', '2026-11-02 12:00Z', 'old', 'PROMPT', 'sealed')",
          "insert into event (index, subject, kind, purposes, day, expires, message, payload) values"
              + " (3, 1, 1, 3, '2026-11-01', '2027-11-03', 'm', 'sealed')",
          "insert into recommendation (index, id, subject, surface, level, expires, payload) values"
              + " (4, 'r', 1, 1, 'general', '2027-11-04', 'sealed')");

  @TempDir Path folder;

  @Test
  void whatTheFirstReleaseKeptIsKeptAndItsYesIsAskedAgain() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("store"))) {
      Address first = new Address(postgres.jdbcUrl(), postgres.user(), postgres.password());
      Address old = new Address(database(postgres, "old"), postgres.user(), postgres.password());
      execute(first, List.of("create database old"));
      try (House house = House.open(options(first), InstantSource.system())) {
        house.subjects().enrol(List.of(NAME));
        Flyway.configure()
            .dataSource(old.url(), old.owner(), old.password())
            .locations("classpath:db/migration")
            .target("1")
            .load()
            .migrate();
        execute(old, List.of(copied(first)));
        execute(old, ROWS);
      }
      // the keys are the same, what was published is of the other database
      forgetLedger();
      try (House house = House.open(options(old), InstantSource.system())) {
        assertThat(house.declaration().now().index()).isEqualTo(5);
        assertThat(serving(house))
            .isInstanceOfSatisfying(
                Decision.Deny.class,
                deny -> assertThat(deny.reason()).isEqualTo(Reason.PURPOSE_CHANGED));
        assertThat(ask(old, "select purposes::text || kept from event"))
            .isEqualTo("{0,1}2026-11-03");
        assertThat(ask(old, "select day::text || coalesce(purpose, -1) from recommendation"))
            .isEqualTo("2026-11-04-1");
        assertThat(ask(old, "select part || guardian::text || coalesce(keep, 0) from consent"))
            .isEqualTo("purposefalse0");
        house.retain().run();
        assertThat(ask(old, "select purposes::text from event"))
            .as("the row stays for as long as was promised when it came in")
            .isEqualTo("{0,1}");
      }
    }
  }

  @Test
  void anotherRootKeyIsRefusedAndChangesNothing() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("store"))) {
      Address address = new Address(postgres.jdbcUrl(), postgres.user(), postgres.password());
      try (House house = House.open(options(address), InstantSource.system())) {
        house.subjects().enrol(List.of(NAME));
        Options elsewhere = options(address, folder.resolve("elsewhere"));
        assertThatThrownBy(() -> House.open(elsewhere, InstantSource.system()))
            .isInstanceOf(StoreFault.class)
            .hasMessageContaining("keys/root.key");
        assertThat(house.subjects().find(NAME)).isPresent();
      }
      try (House again = House.open(options(address), InstantSource.system())) {
        assertThat(again.subjects().find(NAME)).isPresent();
      }
    }
  }

  private static Decision serving(House house) {
    var now = house.declaration().now();
    return house
        .deciding()
        .about(
            List.of(NAME),
            said ->
                said.decide(
                    said.of(NAME),
                    now.policy().purpose("recommendations").orElseThrow(),
                    Use.SERVE,
                    Optional.of("home-row"),
                    said.circumstances(OptOuts.none(), false),
                    house.clock().instant()));
  }

  private Options options(Address address) {
    return options(address, folder);
  }

  private static Options options(Address address, Path data) {
    String url =
        address.url()
            + "?user="
            + address.owner()
            + "&password="
            + URLEncoder.encode(address.password(), StandardCharsets.UTF_8);
    Path policy = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop");
    return new Options(data, policy, Optional.of(url), false, 5, 0);
  }

  private static String database(EmbeddedPostgres postgres, String name) {
    return postgres.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
  }

  private static String copied(Address from) throws SQLException {
    return ask(
        from,
        "select format('insert into subject overriding system value values (%s, %L, %L, %L, %L)',"
            + " number, lookup, name, key, since) from subject");
  }

  private static void execute(Address at, List<String> statements) throws SQLException {
    try (Connection owner = Pools.owner(at);
        Statement statement = owner.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String ask(Address at, String sql) throws SQLException {
    try (Connection owner = Pools.owner(at);
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void forgetLedger() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("ledger"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
