package org.aboveboard.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.tell.Prompt.Reader;
import org.aboveboard.server.command.Typed;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Volunteers;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.key.Retained;
import org.aboveboard.server.key.Rolled;
import org.aboveboard.server.postgres.RunningPostgres;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.residue.Residue;
import org.aboveboard.server.residue.Residue.Found;
import org.aboveboard.server.residue.Residue.Kind;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.rights.Volunteer;
import org.aboveboard.server.subject.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of people who were erased, wherever bytes can lie: the database's files and log,
/// backups, the ledger, exports, logs, and this process's memory.
///
/// Nothing of theirs is there in the clear, before or after. Copies of their wrapped keys are: they
/// open until their epoch is destroyed, so that deleting alone is not erasing. (Those in this
/// process's memory are this test's own.)
final class ResidueTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /// Fifteen letters that nothing else has, veiled, so that this class is not found in memory.
  private static final byte[] NAME_VEILED = {
    36, 47, 62, 35, 34, 45, 63, 44, 36, 61, 62, 47, 34, 35, 45, 63, 36
  };

  private static final byte[] ITEM_VEILED = {
    45, 63, 34, 36, 35, 47, 62, 61, 44, 63, 45, 36, 34, 47, 35, 62, 61
  };

  @TempDir Path folder;

  private FileHandler log;
  private Path data;
  private Home home;
  private Residue residue;
  private Retained keys;

  @BeforeEach
  void open() throws Exception {
    log = logTo(folder.resolve("house.log"));
    data = folder.resolve("instance");
    home = Home.in(data, () -> NOW);
    residue = new Residue();
    keys = new Retained(home.house.safe());
  }

  @AfterEach
  void close() {
    home.close();
    Logger.getLogger("").removeHandler(log);
    log.close();
  }

  @Test
  void nothingOfTheErasedIsInTheClearAndOldCopiesOfTheirKeysOpenUntilTheRollAndNeverAfter()
      throws Exception {
    erasedAndLookedFor(300);
  }

  @Test
  @Tag("full")
  void aThousandPeopleLeaveNothing() throws Exception {
    erasedAndLookedFor(1_000);
  }

  private void erasedAndLookedFor(int people) throws Exception {
    long began = System.nanoTime();
    home.books(40).readers(30, 40, 4).settle();
    String before = digest();
    live(people);
    aside(() -> gather(people));
    said(began, people + " people have lived");
    Path backup = folder.resolve("before.zip");
    typed(0, "backup", backup.toString(), "--data", data.toString());
    erase(people);
    home.settle();
    assertThat(digest()).as("the model is as if they had never come").isEqualTo(before);
    said(began, "they are erased");

    typed(0, "export", folder.resolve("export").toString(), "--data", data.toString());
    Map<Place, Found> first = look(backup);
    said(began, "before the roll: " + first);
    assertNothingInTheClear(first);
    // in the log, a copy may lie on both sides of a page's head
    assertThat(opened(first, Place.DATA_FOLDER)).isGreaterThan(people * 9 / 10);
    assertThat(opened(first, Place.BACKUP)).isEqualTo(people);
    restoredBeforeTheRollNobodyIsBack(backup, people);
    said(began, "restored, and erased again");

    assertThat(home.house.roll().roll()).isInstanceOf(Rolled.Done.class);
    Map<Place, Found> second = look(backup);
    said(began, "after the roll: " + second);
    assertNothingInTheClear(second);
    assertThat(second.values()).allMatch(found -> found.opened() == 0);
    String late = folder.resolve("late").toString();
    assertThat(typed(2, "restore", backup.toString(), "--data", late, "--key", rootKey()))
        .contains("under epoch 1", "Nothing was written");
    assertThat(home.house.rights().access().copy("u:reader3").events()).isNotEmpty();
  }

  private void restoredBeforeTheRollNobodyIsBack(Path backup, int people) throws Exception {
    Path again = folder.resolve("again");
    assertThat(
            typed(0, "restore", backup.toString(), "--data", again.toString(), "--key", rootKey()))
        .contains("people in it were erased after it was made");
    try (Home restored = Home.in(again, () -> NOW)) {
      aside(() -> assertThat(restored.house.subjects().find(names(people))).isEmpty());
      assertThat(restored.house.subjects().find("u:reader3")).isPresent();
    }
  }

  private String rootKey() {
    return data.resolve("keys/root.key").toString();
  }

  /// Where it is looked.
  private enum Place {
    DATA_FOLDER,
    LEDGER,
    EXPORT,
    BACKUP,
    LOG,
    MEMORY
  }

  private static int opened(Map<Place, Found> found, Place place) {
    return Optional.ofNullable(found.get(place)).orElseThrow().opened();
  }

  /// Everybody says yes, looks at books and at something that only they name, is recommended
  /// something, and takes a copy away.
  private void live(int people) throws Exception {
    each(
        people,
        i -> {
          String name = name(i);
          home.answers(name, true);
          home.views(name, "b" + i % 40, "b" + (i + 7) % 40, "b" + (i + 20) % 40);
          home.house.collect().take(List.of(home.event(name, "viewed", item(i), name + "own")));
          home.house.recommend().answer(Wish.of(home.row(), Optional.of(name)));
          volunteers(name);
          byte[] copy = home.house.rights().access().copy(name).events().toString().getBytes(UTF_8);
          assertThat(home.house.rights().downloads().note(name, copy)).isPresent();
        });
    home.settle();
  }

  /// They say of themselves what the bookshop asks.
  private void volunteers(String name) {
    InForce inForce = home.house.declaration().now();
    Policy policy = inForce.policy();
    Segment asked = policy.segment("part-of-town").orElseThrow();
    Purpose purpose = policy.purpose(asked.purpose()).orElseThrow();
    String prompt =
        home.house
            .prompts()
            .serve(inForce, name, Volunteers.place(policy), purpose, Reader.of(Language.EN))
            .id();
    var who = new Volunteer.About(name, OptOuts.none(), false);
    assertThat(
            home.house
                .rights()
                .volunteer()
                .give(who, asked, "hill-side", Optional.of(prompt), Reply.YES, How.page("prompt")))
        .isInstanceOf(Volunteer.Outcome.Kept.class);
  }

  private void erase(int people) throws Exception {
    each(people, i -> ended(home.house.rights().erase().begin(name(i)).orElseThrow()));
  }

  private Job ended(Job begun) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Job job = begun;
    while (!job.state().equals("done")) {
      assertThat(System.nanoTime()).as("%s", job).isLessThan(deadline);
      Thread.onSpinWait();
      job = home.house.rights().erase().find(begun.id()).orElseThrow();
    }
    return job;
  }

  /// What is to be found nowhere, and the copies of keys.
  private void gather(int people) throws Exception {
    byte[] name = name(0).getBytes(US_ASCII);
    residue.text(Kind.NAME, Arrays.copyOfRange(name, 2, name.length));
    residue.text(Kind.ITEM, item(0).getBytes(US_ASCII));
    Map<Long, Subject> subjects = new HashMap<>();
    home.house.subjects().find(names(people)).values().forEach(s -> subjects.put(s.number(), s));
    assertThat(subjects).hasSize(people);
    subjects.values().forEach(subject -> residue.secret(Kind.RUN_SECRET, subject.runSecret()));
    try (Connection owner = owner()) {
      keys(owner, subjects);
      for (String thing : List.of("event", "consent", "download", "recommendation")) {
        assertThat(nonces(owner, thing, thing, subjects)).as(thing).isGreaterThanOrEqualTo(people);
      }
      assertThat(nonces(owner, "vault.answer", "volunteered", subjects)).isEqualTo(people);
    }
  }

  private void keys(Connection owner, Map<Long, Subject> subjects) throws SQLException {
    try (Statement select = owner.createStatement();
        ResultSet rows = select.executeQuery("select number, lookup, key from subject")) {
      while (rows.next()) {
        if (subjects.containsKey(rows.getLong(1))) {
          Lookup lookup = Lookup.stored(rows.getBytes(2));
          byte[] wrapped = rows.getBytes(3);
          residue.wrapped(wrapped, lookup, keys.fingerprint(wrapped, lookup));
          residue.secret(
              Kind.DATA_KEY, home.house.safe().wrap().unwrap(wrapped, lookup).getEncoded());
        }
      }
    }
  }

  private int nonces(Connection owner, String table, String thing, Map<Long, Subject> subjects)
      throws SQLException {
    int count = 0;
    try (Statement select = owner.createStatement();
        ResultSet rows = select.executeQuery("select subject, payload from " + table)) {
      while (rows.next()) {
        Subject subject = subjects.get(rows.getLong(1));
        if (subject != null) {
          residue.secret(Kind.NONCE, Arrays.copyOf(subject.open(thing, rows.getBytes(2)), 32));
          count++;
        }
      }
    }
    return count;
  }

  private Map<Place, Found> look(Path backup) throws Exception {
    try (Connection owner = owner();
        Statement checkpoint = owner.createStatement()) {
      checkpoint.execute("checkpoint");
    }
    Path dump = folder.resolve("memory.hprof");
    Files.deleteIfExists(dump);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);
    log.flush();
    Map<Place, Found> found = new EnumMap<>(Place.class);
    found.put(Place.DATA_FOLDER, residue.folder(data, keys));
    found.put(Place.LEDGER, residue.folder(data.resolve("ledger"), keys));
    found.put(Place.EXPORT, residue.folder(folder.resolve("export"), keys));
    found.put(Place.BACKUP, residue.archive(backup, keys));
    found.put(Place.LOG, residue.file(folder.resolve("house.log"), keys));
    found.put(Place.MEMORY, residue.file(dump, keys));
    return found;
  }

  private static void assertNothingInTheClear(Map<Place, Found> found) {
    assertThat(found)
        .allSatisfy((place, there) -> assertThat(there.clear()).as("%s", place).isZero());
  }

  private Connection owner() throws IOException, SQLException {
    RunningPostgres running = RunningPostgres.in(data.resolve("store")).orElseThrow();
    return DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
  }

  private String digest() {
    return Arrays.toString(home.house.learn().gramDigest());
  }

  private static String typed(int code, String... words) {
    Typed typed = Typed.of(words);
    assertThat(typed.code()).as(typed.said()).isEqualTo(code);
    return typed.said();
  }

  private static FileHandler logTo(Path file) throws IOException {
    FileHandler log = new FileHandler(file.toString());
    log.setFormatter(new SimpleFormatter());
    log.setLevel(Level.INFO);
    Logger.getLogger("").addHandler(log);
    return log;
  }

  private static void said(long began, String what) {
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    System.out.println("residue, " + seconds + " s: " + what);
  }

  private static String unveiled(byte[] veiled) {
    byte[] bytes = veiled.clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 0x55;
    }
    return new String(bytes, US_ASCII);
  }

  private static String name(int i) {
    return "u:" + unveiled(NAME_VEILED) + i;
  }

  private static String item(int i) {
    return unveiled(ITEM_VEILED) + i;
  }

  private static List<String> names(int people) {
    return IntStream.range(0, people).mapToObj(ResidueTest::name).toList();
  }

  /// In threads that are gone afterwards, with whatever their stacks held.
  private static void each(int people, IntConsumer work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        int who = i;
        all.add(threads.submit(() -> work.accept(who)));
      }
      for (Future<?> one : all) {
        one.get(2, TimeUnit.MINUTES);
      }
    }
  }

  private static void aside(Work work) throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Callable<Boolean> all =
          () -> {
            work.run();
            return true;
          };
      thread.submit(all).get();
    }
  }

  /// Something to do in a thread of its own.
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }
}
