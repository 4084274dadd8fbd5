package org.aboveboard.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.tile.Audit;
import org.aboveboard.ledger.tile.TileFolder;
import org.aboveboard.ledger.tile.TiledTree;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an outsider can do who has every public byte of a ledger, and knows everybody's id.
final class UnlinkableTest {
  private static final int PEOPLE = 60;
  private static final int KNOWN = 1_000_000;
  private static final Pattern SECOND =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  private static Home home;
  private static Path ledger;
  private static List<Entry> entries;

  /// Three statements of each of sixty people among a million.
  @BeforeAll
  static void consent(@TempDir Path folder) throws Exception {
    home = Home.in(folder).books(4);
    for (int i = 0; i < PEOPLE; i++) {
      home.answers(id(i * 16_661), true);
      home.withdraws(id(i * 16_661));
      home.answers(id(i * 16_661), true);
    }
    long last = number("select next - 1 from journal_head");
    assertThat(home.house.ledger().await(last, Duration.ofSeconds(30))).isTrue();
    ledger = folder.resolve("ledger");
    entries = entries();
  }

  @AfterAll
  static void close() {
    home.close();
  }

  private static String id(int number) {
    return "u:" + number;
  }

  @Test
  void aMillionKnownIdsHashedInEveryObviousWayAreNowhereInThePublicBytes() throws Exception {
    Set<Long> windows = windows();
    assertThat(windows).hasSizeGreaterThan(10_000);
    assertThat(hits(windows)).isEmpty();
  }

  /// The attack works: a ledger with one bare hash of an id gives that person away.
  @Test
  void theSameAttackFindsABareHash() throws Exception {
    Set<Long> windows = windows();
    windows.add(first(Hash.sha256(id(777_216).getBytes(UTF_8)).bytes()));
    assertThat(hits(windows)).containsExactly(777_216);
  }

  @Test
  void noPublicByteOfAnEntryTiesItToAnother() throws Exception {
    assertThat(entries.size()).isGreaterThanOrEqualTo(3 * PEOPLE);
    List<Hash> commitments = entries.stream().map(entry -> entry.commitment().hash()).toList();
    assertThat(commitments).doesNotHaveDuplicates();
    Map<Long, Integer> where = new TreeMap<>();
    for (int i = 0; i < entries.size(); i++) {
      where.put(first(commitments.get(i).bytes()), i);
    }
    for (int i = 0; i < entries.size(); i++) {
      for (byte[] form : forms(entries.get(i).bytes())) {
        for (int at = 0; at + Long.BYTES <= form.length; at++) {
          Integer whose = where.get(ByteBuffer.wrap(form).getLong(at));
          assertThat(whose == null || whose == i).as("entry %s holds %s", i, whose).isTrue();
        }
      }
    }
  }

  /// Of each pair of entries, that the later one comes after the earlier cannot be tried.
  @Test
  void aChainCannotBeGuessedWithoutItsNonce() {
    Set<Hash> commitments = new HashSet<>();
    entries.forEach(entry -> commitments.add(entry.commitment().hash()));
    Nonce zero = Nonce.of(new byte[Nonce.LENGTH]).orElseThrow();
    byte[] empty = Canonical.empty().bytes();
    for (Entry entry : entries) {
      Commitment before = entry.commitment();
      Nonce own = Nonce.of(before.hash().bytes()).orElseThrow();
      for (byte[] body : List.of(new byte[0], empty, entry.bytes())) {
        assertThat(commitments)
            .doesNotContain(
                Commitment.to(before, body, zero).hash(),
                Commitment.to(before, body, own).hash(),
                Commitment.to(body, zero).hash(),
                Commitment.to(body, own).hash(),
                Hash.sha256(before.hash().bytes(), body));
      }
    }
  }

  @Test
  void kindsAndWholeSecondsAreAllThatIsVisible() throws Exception {
    TileFolder folder = TileFolder.open(ledger);
    Checkpoint shown =
        ((Checkpoint.Read) Checkpoint.parse(folder.checkpoint().orElseThrow().text())).checkpoint();
    // so the other tiles are hashes over the entries alone
    assertThat(Audit.of(folder, shown)).isInstanceOf(Audit.Clean.class);
    for (Entry entry : entries) {
      Canonical record = ((Canonical.Read) Canonical.read(entry.bytes())).record();
      assertThat(record.fields().keySet()).containsExactly("at", "commitment", "kind");
      assertThat(entry.at().toString()).matches(SECOND);
    }
    try (Stream<Path> files = Files.walk(ledger)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> ledger.relativize(file).toString())
                  .filter(name -> !name.startsWith("tile/")))
          .containsExactlyInAnyOrder("checkpoint", "origin", "policy", "lock");
    }
  }

  /// Every eight bytes that stand together in a public file, or in what its digits stand for.
  private static Set<Long> windows() throws IOException {
    Set<Long> windows = new HashSet<>();
    try (Stream<Path> files = Files.walk(ledger)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        add(windows, Files.readAllBytes(file));
      }
    }
    entries.forEach(entry -> add(windows, entry.commitment().hash().bytes()));
    return windows;
  }

  private static void add(Set<Long> windows, byte[] bytes) {
    for (int at = 0; at + Long.BYTES <= bytes.length; at++) {
      windows.add(ByteBuffer.wrap(bytes).getLong(at));
    }
  }

  private static List<Integer> hits(Set<Long> windows) {
    List<byte[]> times =
        entries.stream()
            .map(Entry::at)
            .distinct()
            .limit(2)
            .map(at -> at.toString().getBytes(UTF_8))
            .toList();
    return IntStream.range(0, KNOWN)
        .parallel()
        .filter(number -> isHit(windows, number, times))
        .boxed()
        .toList();
  }

  private static boolean isHit(Set<Long> windows, int number, List<byte[]> times) {
    byte[] id = id(number).getBytes(UTF_8);
    byte[] bare = Integer.toString(number).getBytes(UTF_8);
    byte[] kind = "consent".getBytes(UTF_8);
    byte[] zeros = new byte[Nonce.LENGTH];
    byte[] own = "aboveboard commitment v1\n".getBytes(UTF_8);
    byte[] lookup = "lookup".getBytes(UTF_8);
    List<byte[]> guesses = new ArrayList<>();
    MessageDigest sha = sha();
    guesses.add(id);
    guesses.add(hash(sha, id));
    guesses.add(hash(sha, bare));
    guesses.add(hash(sha, new byte[1], id));
    guesses.add(hash(sha, own, id));
    guesses.add(hash(sha, own, zeros, id));
    guesses.add(hash(sha, lookup, id));
    guesses.add(hmacOfNoKey(sha, id));
    guesses.add(hash(sha, kind, id));
    guesses.add(hash(sha, id, kind));
    for (byte[] at : times) {
      guesses.add(hash(sha, id, kind, at));
      guesses.add(hash(sha, at, kind, id));
    }
    return guesses.stream()
        .filter(guess -> guess.length >= Long.BYTES)
        .anyMatch(guess -> windows.contains(first(guess)));
  }

  private static long first(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong();
  }

  /// HMAC-SHA-256 under the empty key (RFC 2104), which is also that of zeros.
  private static byte[] hmacOfNoKey(MessageDigest sha, byte[] text) {
    byte[] inner = new byte[64];
    byte[] outer = new byte[64];
    Arrays.fill(inner, (byte) 0x36);
    Arrays.fill(outer, (byte) 0x5c);
    return hash(sha, outer, hash(sha, inner, text));
  }

  private static byte[] hash(MessageDigest sha, byte[]... parts) {
    for (byte[] part : parts) {
      sha.update(part);
    }
    return sha.digest();
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }

  /// An entry's bytes, and what its digits stand for.
  private static List<byte[]> forms(byte[] bytes) {
    Canonical record = ((Canonical.Read) Canonical.read(bytes)).record();
    List<byte[]> forms = new ArrayList<>();
    forms.add(bytes);
    record.fields().values().stream()
        .map(Object::toString)
        .flatMap(text -> Pattern.compile("[0-9a-f]{64}").matcher(text).results())
        .map(match -> Hash.ofHex(match.group()).orElseThrow().bytes())
        .forEach(forms::add);
    return forms;
  }

  private static List<Entry> entries() throws IOException {
    TiledTree tree = new TiledTree(TileFolder.open(ledger), home.house.ledger().size());
    List<Entry> all = new ArrayList<>();
    for (long index = 0; index < tree.size(); index++) {
      Entry entry = Entry.read(index, tree.entry(index)).orElseThrow();
      assertThat(tree.leaf(index)).isEqualTo(Tree.leaf(entry.bytes()));
      all.add(entry);
    }
    return all;
  }

  private static long number(String query) {
    return home.house
        .pools()
        .as(Power.OPERATE)
        .withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }
}
