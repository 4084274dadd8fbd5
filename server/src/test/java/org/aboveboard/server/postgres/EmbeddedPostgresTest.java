package org.aboveboard.server.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {
  @TempDir static Path template;
  @TempDir Path folder;

  @BeforeAll
  static void makeTheDataOnce() throws Exception {
    EmbeddedPostgres.start(template).close();
  }

  @BeforeEach
  void copyTheData() throws Exception {
    assertThat(Run.of(List.of("cp", "-a", template + "/.", folder.toString())).isSuccess())
        .isTrue();
  }

  @Test
  void itIsDurableAndClosedAndDiscreet() throws Exception {
    try (var server = EmbeddedPostgres.start(folder);
        var owner = connect(server)) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(ask(owner, "SHOW " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(ask(owner, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(owner, "SHOW unix_socket_directories")).isEmpty();
      assertThat(ask(owner, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(ask(owner, "SHOW data_checksums")).isEqualTo("on");
      assertThat(
              ask(
                  owner,
                  "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
          .isEqualTo("0");
    }
  }

  @Test
  void aWrongPasswordAndNoPasswordAreRefused() throws Exception {
    try (var server = EmbeddedPostgres.start(folder)) {
      for (String wrong : List.of("", "postgres", server.password() + "x")) {
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(() -> Direct.connect(server.jdbcUrl(), server.user(), wrong))
            .withMessageContaining("password");
      }
    }
  }

  @Test
  void onlyTheOwnerReadsPasswordAndData() throws Exception {
    EmbeddedPostgres.start(folder).close();
    assertThat(permissions("password")).isEqualTo("rw-------");
    assertThat(permissions("postgres.log")).isEqualTo("rw-------");
    assertThat(permissions("data")).isEqualTo("rwx------");
    assertThat(folder.resolve("password.initdb")).doesNotExist();
  }

  @Test
  void rowsAndPasswordSurviveARestart() throws Exception {
    String password;
    try (var server = EmbeddedPostgres.start(folder);
        var owner = connect(server)) {
      password = server.password();
      run(owner, "CREATE TABLE kept (n int)");
      run(owner, "INSERT INTO kept VALUES (1), (2), (3)");
    }
    try (var server = EmbeddedPostgres.start(folder);
        var owner = connect(server)) {
      assertThat(server.password()).isEqualTo(password);
      assertThat(ask(owner, "SELECT sum(n) FROM kept")).isEqualTo("6");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void committedRowsSurviveAKillOfJavaAndOfTheServer(boolean isServerKilledToo) throws Exception {
    var java = startInAnotherJava();
    try (var said = new BufferedReader(new InputStreamReader(java.getInputStream(), UTF_8))) {
      assertThat(said.readLine()).isEqualTo("committed");
      java.destroyForcibly().waitFor();
    }
    var leftBehind = Postmaster.leftBehind(data()).orElseThrow();
    if (isServerKilledToo) {
      leftBehind.process().destroyForcibly();
    }
    try (var server = EmbeddedPostgres.start(folder);
        var owner = connect(server)) {
      assertThat(ask(owner, "SELECT count(*) FROM kept")).isEqualTo("1000");
    }
    assertThat(Postmaster.leftBehind(data())).isEmpty();
  }

  @Test
  void aSecondProcessIsToldWhoHoldsTheFolder() throws Exception {
    var java = startInAnotherJava();
    try (var said = new BufferedReader(new InputStreamReader(java.getInputStream(), UTF_8))) {
      assertThat(said.readLine()).isEqualTo("committed");
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
          .isInstanceOf(StoreRefused.class)
          .hasMessageContaining("Process " + java.pid() + " ")
          .hasMessageContaining("Stop that process");
      java.getOutputStream().close(); // its sign to close the server and end
      assertThat(java.waitFor()).isZero();
    }
    EmbeddedPostgres.start(folder).close();
  }

  @Test
  void aSecondStartInThisProcessIsRefusedAndDoesNotFreeTheFolder() throws Exception {
    try (var server = EmbeddedPostgres.start(folder);
        var owner = connect(server)) {
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).isInstanceOf(StoreRefused.class);
      }
      assertThat(ask(owner, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aPidFileWhoseNumberWentToAnotherProgramDoesNotHinder() throws Exception {
    EmbeddedPostgres.start(folder).close();
    var other = new ProcessBuilder("sh", "-c", "read line").start();
    Files.writeString(data().resolve("postmaster.pid"), other.pid() + "\n" + data() + "\n");
    EmbeddedPostgres.start(folder).close();
    assertThat(other.isAlive()).isTrue();
    other.getOutputStream().close();
  }

  @Test
  void whatPeopleTypedIsNeverLogged() throws Exception {
    try (var server = EmbeddedPostgres.start(folder);
        var owner = connect(server)) {
      run(owner, "CREATE TABLE people (name text UNIQUE)");
      run(owner, "INSERT INTO people VALUES ('ada@example.org')");
      for (String mistake :
          List.of(
              "INSERT INTO people VALUES ('ada@example.org')",
              "SELECT 'ada@example.org'::int",
              "SELECT ada@example.org FROM nowhere",
              "DO $$ BEGIN RAISE WARNING 'ada@example.org'; END $$")) {
        runAnyhow(owner, mistake);
      }
    }
    assertThat(Files.readString(folder.resolve("postgres.log")))
        .contains("ready to accept connections")
        .doesNotContain("ada@example.org");
  }

  @Test
  void dataOfAnotherMajorVersionIsRefusedWithACure() throws Exception {
    EmbeddedPostgres.start(folder).close();
    Files.writeString(data().resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .hasMessageContaining("written by PostgreSQL 17; this is 18")
        .hasMessageContaining("Make a backup with the release");
  }

  @Test
  void aFailedStartShowsTheLogAndFreesTheFolder() throws Exception {
    EmbeddedPostgres.start(folder).close();
    Path control = data().resolve("global/pg_control");
    byte[] whole = Files.readAllBytes(control);
    Files.delete(control);
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("pg_control");
    Files.write(control, whole);
    EmbeddedPostgres.start(folder).close();
  }

  @Test
  void aLostPasswordIsRefusedWithACure() throws Exception {
    EmbeddedPostgres.start(folder).close();
    Files.delete(folder.resolve("password"));
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .hasMessageContaining("Put the file back from your backup");
  }

  @Test
  void anInterruptedFirstStartIsBegunAgain() throws Exception {
    Path begun = folder.resolve("begun");
    Files.createDirectories(begun.resolve("data.new/base"));
    Files.writeString(begun.resolve("password.new"), "half");
    EmbeddedPostgres.start(begun).close();
    assertThat(begun.resolve("data.new")).doesNotExist();
  }

  @Test
  void everyWayOutOfRootWorksOnTheSameData() throws Exception {
    assumeTrue(Privileges.self() == Privileges.ROOT, "only root has to give up power");
    Path reachable = Files.createTempDirectory(Path.of("/var/tmp"), "aboveboard-test-");
    Files.setPosixFilePermissions(reachable, PosixFilePermissions.fromString("rwx------"));
    try {
      for (Privileges way : Privileges.LESS_THAN_ROOT) {
        try (var server = EmbeddedPostgres.start(reachable, List.of(way));
            var owner = connect(server)) {
          run(owner, "CREATE TABLE IF NOT EXISTS seen (n int)");
          run(owner, "INSERT INTO seen VALUES (1)");
        }
      }
      try (var server = EmbeddedPostgres.start(reachable);
          var owner = connect(server)) {
        assertThat(ask(owner, "SELECT count(*) FROM seen"))
            .isEqualTo(Integer.toString(Privileges.LESS_THAN_ROOT.size()));
      }
    } finally {
      Binaries.delete(reachable);
    }
  }

  @Test
  void rootWithoutAnyWayIsToldTheCure() {
    assumeTrue(Privileges.self() == Privileges.ROOT, "only root has to give up power");
    var noSuchProgram = List.of(new Privileges(List.of("no-such-program"), 0));
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder, noSuchProgram))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("Run Aboveboard as an ordinary user");
  }

  private Path data() throws IOException {
    return folder.toRealPath().resolve("data");
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  /// A Java process that starts the server, commits rows, says so, and closes when its input ends.
  private Process startInAnotherJava() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Holder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Runs in the other process.
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      try (var server = EmbeddedPostgres.start(Path.of(arguments[0]));
          var owner = connect(server)) {
        run(owner, "CREATE TABLE kept (n int)");
        for (int n = 0; n < 1000; n++) {
          run(owner, "INSERT INTO kept VALUES (" + n + ")");
        }
        System.out.println("committed");
        System.in.transferTo(System.err);
      }
    }
  }

  static Connection connect(EmbeddedPostgres server) throws SQLException {
    return Direct.connect(server.jdbcUrl(), server.user(), server.password());
  }

  static void run(Connection owner, String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void runAnyhow(Connection owner, String sql) {
    try {
      run(owner, sql);
    } catch (SQLException e) {
      assertThat(e.getMessage()).startsWith("ERROR"); // meant to fail
    }
  }

  static String ask(Connection owner, String sql) throws SQLException {
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
