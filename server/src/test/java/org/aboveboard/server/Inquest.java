package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Value;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.tile.Tile;
import org.aboveboard.server.ledger.Shown;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Pools;

/// What a household that was killed acknowledged, kept outside of it, and the check of what it
/// holds when it is back.
final class Inquest {
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
  private static final long LOOK = Duration.ofMillis(20).toNanos();

  private final Path folder;
  private final Shown shown;
  private final Map<Long, String> entries = new HashMap<>();
  private final Map<String, String> lookups = new HashMap<>();
  private final Map<Long, String> choices = new HashMap<>();
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> erasing = new HashSet<>();
  private final Set<String> answers = new HashSet<>();
  private final List<String> gone = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private List<Entry> journal = List.of();
  private int epoch;

  Inquest(Path folder, String told) {
    this.folder = folder;
    this.shown = new Shown(told);
  }

  /// Takes one line of the household down.
  void hear(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "entry" -> entries.put(Long.parseLong(words[1]), words[2]);
      case "yes" -> {
        choices.put(Long.parseLong(words[2]), words[1]);
        lookups.put(words[1], words[3]);
      }
      case "no" -> {
        choices.put(Long.parseLong(words[2]), words[1]);
        gone.add(words[1]);
      }
      case "wants" -> wanted.add(words[1]);
      case "erasing" -> erasing.add(words[1]);
      case "erased" -> {
        gone.add(words[1]);
        if (!words[2].equals("done")) {
          wrong.add(line);
        }
      }
      case "answer" -> answers.add(words[1]);
      case "rolled" -> epoch = Integer.parseInt(words[1]);
      case "used" -> wrong.add(line);
      default -> {}
    }
  }

  /// Whom nothing may be used of; the last ones.
  List<String> gone() {
    return gone.subList(Math.max(0, gone.size() - 30), gone.size());
  }

  /// What was heard of so far.
  String figures() {
    return "%d entries, %d choices, %d erasures, %d answers, epoch %d, %d entries published"
        .formatted(
            entries.size(), choices.size(), erasing.size(), answers.size(), epoch, shown.size());
  }

  /// Remembers what is published now.
  void look() {
    try {
      checkpoint().ifPresent(shown::look);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Checkpoint> checkpoint() throws IOException {
    try {
      return Note.read(Files.readAllBytes(folder.resolve("ledger/checkpoint")))
                  instanceof Note.Read(Note note)
              && Checkpoint.parse(note.text()) instanceof Checkpoint.Read(Checkpoint checkpoint)
          ? Optional.of(checkpoint)
          : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /// Holds what the household has, now that it is back, against what it acknowledged.
  void run() throws IOException, SQLException {
    assertThat(wrong).isEmpty();
    try (Connection owner = Pools.owner(address())) {
      awaitNone(owner, "select count(*) from erasure where state = 'running'");
      awaitNone(
          owner,
          "select count(*) from decided where number >="
              + " (select coalesce(max(first + count), 0) from decisions)");
      Optional<Checkpoint> published = checkpoint();
      contiguousAndUnchanged(owner);
      choicesHaveTheirRows(owner);
      everyDecisionIsCoveredOnce(owner);
      theErasedAreGone(owner);
      if (published.isPresent()) {
        shown.look(published.get());
        shown.audit(this::read, published.get(), journal);
      }
    }
  }

  private Address address() throws IOException {
    String port = Files.readAllLines(folder.resolve("store/data/postmaster.pid")).get(3).strip();
    return new Address(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "postgres",
        Files.readString(folder.resolve("store/password")).strip());
  }

  private static void awaitNone(Connection owner, String count) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE;
    while (number(owner, count) != 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK);
    }
    assertThat(number(owner, count)).as(count).isZero();
  }

  /// I1 and I2: no gap, and nothing that was there has changed.
  private void contiguousAndUnchanged(Connection owner) throws SQLException {
    List<Entry> now = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select index, kind, at, commitment from journal order by index")) {
      while (row.next()) {
        assertThat(row.getLong(1)).isEqualTo(now.size());
        Commitment commitment = new Commitment(Hash.of(row.getBytes(4)).orElseThrow());
        now.add(
            new Entry(
                row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant(), commitment));
      }
    }
    assertThat(now.size()).isGreaterThanOrEqualTo(journal.size());
    assertThat(now.subList(0, journal.size())).isEqualTo(journal);
    entries.forEach((index, commitment) ->
        assertThat(now.get(Math.toIntExact(index)).commitment().hash().hex())
            .as("entry %d", index)
            .isEqualTo(commitment));
    journal = List.copyOf(now);
  }

  /// I4: an entry's row is there unless its person wanted to be erased, and no row lacks an entry.
  private void choicesHaveTheirRows(Connection owner) throws SQLException {
    Set<Long> rows = numbers(owner, "select index from consent");
    Set<Long> written = new TreeSet<>();
    journal.stream()
        .filter(entry -> entry.kind().equals("consent"))
        .forEach(entry -> written.add(entry.index()));
    // the journal was read first; the household has not been told to go on
    assertThat(written).containsAll(rows);
    for (long index : written) {
      String name = choices.getOrDefault(index, "");
      if (!wanted.contains(name)) {
        assertThat(rows).as("the row of %s", name).contains(index);
      }
    }
  }

  /// Each number lies in one entry, whose root is that of the commitments.
  private void everyDecisionIsCoveredOnce(Connection owner) throws SQLException {
    long next = number(owner, "select coalesce(min(first), 0) from decisions");
    long count = 0;
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select d.first, d.count, j.body from decisions d join journal j using (index)"
                    + " where j.kind = 'decisions' order by d.first")) {
      while (row.next()) {
        assertThat(row.getLong(1)).isEqualTo(next);
        next += row.getLong(2);
        count++;
        List<Hash> leaves = leaves(owner, row.getLong(1), next);
        assertThat(leaves).hasSize(row.getInt(2));
        assertThat(root(row.getBytes(3))).isEqualTo(Tree.root(leaves).hex());
      }
    }
    assertThat(number(owner, "select count(*) from journal where kind = 'decisions'"))
        .isEqualTo(count)
        .isEqualTo(number(owner, "select count(*) from decisions"));
    Set<String> kept = new HashSet<>();
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("select encode(id, 'hex') from recommendation")) {
      while (row.next()) {
        kept.add(row.getString(1));
      }
    }
    assertThat(kept).containsAll(answers);
  }

  private static List<Hash> leaves(Connection owner, long from, long to) throws SQLException {
    List<Hash> leaves = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select commitment from decided where number >= "
                    + from
                    + " and number < "
                    + to
                    + " order by number")) {
      while (row.next()) {
        leaves.add(Tree.leaf(row.getBytes(1)));
      }
    }
    return leaves;
  }

  private static String root(byte[] marked) {
    byte[] body = Arrays.copyOfRange(marked, Nonce.LENGTH, marked.length);
    return Canonical.read(body) instanceof Canonical.Read(Canonical record)
            && record.field("root").orElseThrow() instanceof Value.Text(String root)
        ? root
        : "none";
  }

  /// I7: no row holds the key of whom an erasure was acknowledged of, and old epochs are gone.
  private void theErasedAreGone(Connection owner) throws SQLException {
    assertThat(number(owner, "select count(*) from erasure where state <> 'done'")).isZero();
    Set<String> there = new HashSet<>();
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("select lookup from subject")) {
      while (row.next()) {
        there.add(HexFormat.of().formatHex(row.getBytes(1)));
      }
    }
    for (String name : erasing) {
      assertThat(there).as(name).doesNotContain(lookups.getOrDefault(name, ""));
    }
    for (int old = 1; old < epoch; old++) {
      assertThat(folder.resolve("keys/epochs/" + old + ".key")).doesNotExist();
    }
  }

  private static long number(Connection owner, String query) throws SQLException {
    return numbers(owner, query).iterator().next();
  }

  private static Set<Long> numbers(Connection owner, String query) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      Set<Long> numbers = new TreeSet<>();
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
      return numbers;
    }
  }

  /// A tile as everybody can read it, while its house goes on writing.
  private Optional<byte[]> read(Tile tile) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve("ledger").resolve(tile.path())));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
