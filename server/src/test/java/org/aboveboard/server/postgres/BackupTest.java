package org.aboveboard.server.postgres;

import static org.aboveboard.server.postgres.EmbeddedPostgresTest.ask;
import static org.aboveboard.server.postgres.EmbeddedPostgresTest.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final String SCHEMA =
      """
      CREATE TABLE flyway_schema_history (installed_rank int, version text, success boolean);
      INSERT INTO flyway_schema_history VALUES (1, '1', true), (2, '7', true), (3, NULL, true);
      CREATE SCHEMA vault;
      CREATE TABLE subject (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        guardian bigint REFERENCES subject, sealed bytea NOT NULL, born date);
      CREATE TABLE "an ""Event" (
        id bigserial PRIMARY KEY, subject bigint REFERENCES subject, "at" timestamptz, body jsonb,
        weight double precision, doubled double precision GENERATED ALWAYS AS (weight * 2) STORED);
      CREATE TABLE vault.answer (subject bigint REFERENCES subject, words text[], price numeric);
      CREATE TABLE shown (day date, item int) PARTITION BY RANGE (day);
      CREATE TABLE shown_2026 PARTITION OF shown FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE TABLE shown_rest PARTITION OF shown DEFAULT;
      CREATE TABLE journal_head (one boolean PRIMARY KEY, next bigint);
      INSERT INTO journal_head VALUES (true, 0);
      CREATE TABLE aa_first (subject bigint REFERENCES subject);
      CREATE TABLE counted (n bigint);
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE 'rows are added, never changed'; END $$;
      CREATE FUNCTION count_it() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO counted VALUES (NEW.id); RETURN NEW; END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON subject
        FOR EACH ROW EXECUTE FUNCTION refuse();
      ALTER TABLE subject ENABLE ALWAYS TRIGGER append_only;
      CREATE TRIGGER counts AFTER INSERT ON subject FOR EACH ROW EXECUTE FUNCTION count_it();
      ALTER TABLE subject ENABLE ROW LEVEL SECURITY;
      ALTER TABLE subject FORCE ROW LEVEL SECURITY;
      """;

  private static final String ROWS =
      """
      INSERT INTO subject (sealed, born)
        SELECT sha256(n::text::bytea), date '1990-01-01' + n FROM generate_series(1, 500) n;
      INSERT INTO subject (guardian, sealed) VALUES (3, '\\x00ff');
      INSERT INTO "an ""Event" (subject, "at", body, weight)
        SELECT n, timestamptz '2026-03-01' + n * interval '1 minute',
          jsonb_build_object('title', E'tab\\t"quote" \\\\ ç ı 😀'), n / 3.0
        FROM generate_series(1, 500) n;
      INSERT INTO vault.answer VALUES (1, ARRAY['a,b', NULL, '']::text[], 1.10), (2, NULL, 'NaN');
      INSERT INTO shown SELECT date '2025-06-01' + n, n FROM generate_series(1, 700) n;
      UPDATE journal_head SET next = 42;
      INSERT INTO aa_first VALUES (501);
      """;

  private static final List<String> TABLES =
      List.of(
          "subject",
          "\"an \"\"Event\"",
          "vault.answer",
          "shown",
          "shown_2026",
          "journal_head",
          "aa_first",
          "counted");
  private static final Set<String> SEEDED = Set.of("journal_head");

  @TempDir static Path folder;
  @TempDir Path shelf;
  private static EmbeddedPostgres server;
  private Connection from;
  private Connection to;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.start(folder);
    try (var owner = EmbeddedPostgresTest.connect(server)) {
      run(owner, "CREATE DATABASE migrated");
    }
    try (var migrated = connect("migrated")) {
      run(migrated, SCHEMA);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void makeTwoMigratedDatabases() throws SQLException {
    try (var owner = EmbeddedPostgresTest.connect(server)) {
      for (String name : List.of("source", "target")) {
        run(owner, "DROP DATABASE IF EXISTS " + name);
        run(owner, "CREATE DATABASE " + name + " TEMPLATE migrated");
      }
    }
    from = connect("source");
    to = connect("target");
  }

  @AfterEach
  void disconnect() throws SQLException {
    from.close();
    to.close();
  }

  @Test
  void aBackupTellsUnderWhichEpochsItsKeysLie() throws Exception {
    run(from, ROWS);
    Path file = shelf.resolve("backup.zip");
    Backup.write(from, file, _ -> List.of(0, 3));
    assertThat(Backup.epochs(file)).containsExactly(0, 3);
    assertThat(Backup.restore(to, file, SEEDED).rows()).isPositive();
  }

  @Test
  void aBackupOfBeforeThereWereEpochsReads() throws Exception {
    String before =
        """
        {"format": 1, "schemaVersion": "7", "postgresVersion": "17", "tables": [], "sequences": []}
        """;
    assertThat(new ObjectMapper().readValue(before, Manifest.class).epochs()).isEmpty();
  }

  @Test
  void whatIsRestoredEqualsWhatWasWritten() throws Exception {
    run(from, ROWS);
    Path file = shelf.resolve("backup.zip");
    var written = Backup.write(from, file);
    var restored = Backup.restore(to, file, SEEDED);
    assertThat(restored).isEqualTo(written);
    assertThat(written.schemaVersion()).isEqualTo("7");
    for (String table : TABLES) {
      assertThat(rows(to, table)).as(table).isNotEmpty().isEqualTo(rows(from, table));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void numbersGoOnAndTriggersGuardAgainAfterARestore() throws Exception {
    run(from, ROWS);
    Backup.write(from, shelf.resolve("backup.zip"));
    Backup.restore(to, shelf.resolve("backup.zip"), SEEDED);
    assertThat(ask(to, "INSERT INTO subject (sealed) VALUES ('') RETURNING id")).isEqualTo("502");
    assertThat(ask(to, "INSERT INTO \"an \"\"Event\" DEFAULT VALUES RETURNING id"))
        .isEqualTo("501");
    assertThat(ask(to, "SELECT count(*) FROM counted")).isEqualTo("502");
    assertThat(ask(to, "SELECT tgenabled FROM pg_trigger WHERE tgname = 'append_only'"))
        .isEqualTo("A");
    assertThatThrownBy(() -> run(to, "DELETE FROM subject")).hasMessageContaining("never changed");
  }

  @Test
  void aBackupOfAnEmptyStoreRestores() throws Exception {
    Backup.write(from, shelf.resolve("backup.zip"));
    assertThat(Backup.restore(to, shelf.resolve("backup.zip"), SEEDED).rows()).isEqualTo(1);
    assertThat(ask(to, "INSERT INTO subject (sealed) VALUES ('') RETURNING id")).isEqualTo("1");
  }

  @Test
  void aStoreWithRowsIsNotOverwritten() throws Exception {
    Backup.write(from, shelf.resolve("backup.zip"));
    run(to, ROWS);
    assertThatThrownBy(() -> Backup.restore(to, shelf.resolve("backup.zip"), SEEDED))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("not empty")
        .hasMessageContaining("Restore into a new folder");
    assertThat(ask(to, "SELECT count(*) FROM subject")).isEqualTo("501");
  }

  @Test
  void rowsThatMigrationsMadeMustBeNamedAsSuch() throws Exception {
    Backup.write(from, shelf.resolve("backup.zip"));
    assertThatThrownBy(() -> Backup.restore(to, shelf.resolve("backup.zip")))
        .hasMessageContaining("public.journal_head");
  }

  @Test
  void onlyTheOneRowOfAMigrationGivesWay() throws Exception {
    Backup.write(from, shelf.resolve("backup.zip"));
    run(to, "INSERT INTO journal_head VALUES (false, 9)");
    assertThatThrownBy(() -> Backup.restore(to, shelf.resolve("backup.zip"), SEEDED))
        .hasMessageContaining("not empty: there are rows in public.journal_head");
  }

  @Test
  void anyChangedByteAndAnyMissingTailIsRefusedBeforeAnythingIsWritten() throws Exception {
    run(from, ROWS);
    Path file = shelf.resolve("backup.zip");
    Backup.write(from, file);
    byte[] whole = Files.readAllBytes(file);
    long seed = 20261123;
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      byte[] altered = whole.clone();
      int at = random.nextInt(whole.length);
      altered[at] ^= (byte) (1 << random.nextInt(8));
      requireRefused(altered, "seed " + seed + ", byte " + at);
      requireRefused(Arrays.copyOf(whole, at), "seed " + seed + ", length " + at);
    }
    requireRefused(Arrays.copyOf(whole, whole.length + 1), "one byte more");
    assertThat(ask(to, "SELECT count(*) FROM subject")).isEqualTo("0");
    assertThat(ask(to, "SELECT next FROM journal_head")).isEqualTo("0");
  }

  private void requireRefused(byte[] bytes, String what) throws Exception {
    Path file = Files.write(shelf.resolve("altered.zip"), bytes);
    assertThatThrownBy(() -> Backup.restore(to, file, SEEDED))
        .as(what)
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("not a whole backup");
  }

  @Test
  void anotherSchemaVersionIsRefused() throws Exception {
    Backup.write(from, shelf.resolve("backup.zip"));
    run(to, "INSERT INTO flyway_schema_history VALUES (4, '8', true)");
    assertThatThrownBy(() -> Backup.restore(to, shelf.resolve("backup.zip"), SEEDED))
        .hasMessageContaining("schema version 7; this database has 8");
  }

  @Test
  void otherColumnsAreRefused() throws Exception {
    Backup.write(from, shelf.resolve("backup.zip"));
    run(to, "ALTER TABLE vault.answer ADD COLUMN extra int");
    assertThatThrownBy(() -> Backup.restore(to, shelf.resolve("backup.zip"), SEEDED))
        .hasMessageContaining("differ: [vault.answer]");
  }

  @Test
  void aDatabaseThatIsNotOursIsNotBackedUp() throws Exception {
    run(from, "DROP TABLE flyway_schema_history");
    assertThatThrownBy(() -> Backup.write(from, shelf.resolve("backup.zip")))
        .hasMessageContaining("no tables of Aboveboard");
    assertThat(shelf).isEmptyDirectory();
  }

  @Test
  void aBackupTakenWhileRowsArriveShowsOneInstant() throws Exception {
    var isOver = new AtomicBoolean();
    var hasBegun = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = threads.submit(() -> writePairs(isOver, hasBegun));
      hasBegun.await();
      for (int round = 0; round < 5; round++) {
        Path file = shelf.resolve("backup-" + round + ".zip");
        Backup.write(from, file);
      }
      isOver.set(true);
      assertThat(writing.get()).isPositive();
    }
    Backup.restore(to, shelf.resolve("backup-4.zip"), SEEDED);
    assertThat(ask(to, "SELECT count(*) FROM counted"))
        .isNotEqualTo("0")
        .isEqualTo(ask(to, "SELECT count(*) FROM subject"))
        .isEqualTo(ask(to, "SELECT count(*) FROM aa_first"));
  }

  private static int writePairs(AtomicBoolean isOver, CountDownLatch hasBegun) throws SQLException {
    int pairs = 0;
    try (var owner = connect("source")) {
      while (!isOver.get()) {
        run(
            owner,
            "BEGIN; WITH made AS (INSERT INTO subject (sealed) VALUES ('') RETURNING id)"
                + " INSERT INTO aa_first SELECT id FROM made; COMMIT");
        pairs++;
        hasBegun.countDown();
      }
    }
    return pairs;
  }

  private static Connection connect(String database) throws SQLException {
    String url = server.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
    return Direct.connect(url, server.user(), server.password());
  }

  private static String rows(Connection owner, String table) throws SQLException {
    String all =
        ask(owner, "SELECT string_agg(t::text, E'\\n' ORDER BY t::text) FROM " + table + " t");
    return all == null ? "" : all;
  }
}
