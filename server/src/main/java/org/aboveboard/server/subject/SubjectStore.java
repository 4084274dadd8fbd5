package org.aboveboard.server.subject;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import javax.crypto.SecretKey;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.receipt.RunList;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Use;
import org.aboveboard.server.key.Age;
import org.aboveboard.server.key.Epoch;
import org.aboveboard.server.key.KeyGone;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.key.Safe;
import org.aboveboard.server.key.Seal;
import org.aboveboard.server.key.Wrap;
import org.aboveboard.server.key.WrappedKey;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.sql.Together;

/// Subjects and their wrapped keys. Outside ids go in and never come out but for their owner.
public final class SubjectStore {
  /// What the note of somebody answers whose key is gone already.
  public static final int GONE = -1;

  private static final int MOST_ENROLLED = 1_000;

  private final Pools pools;
  private final Safe safe;
  private final Wrap wrap;
  private final InstantSource clock;
  private final Together<String, Subject> enrolling;

  public SubjectStore(Pools pools, Safe safe, InstantSource clock) {
    this.pools = pools;
    this.safe = safe;
    this.wrap = safe.wrap();
    this.clock = clock;
    this.enrolling =
        new Together<>(
            MOST_ENROLLED,
            names -> {
              Map<String, Subject> enrolled = enrol(new LinkedHashSet<>(names));
              return names.stream()
                  .map(name -> Optional.ofNullable(enrolled.get(name)).orElseThrow())
                  .toList();
            });
  }

  /// What this outside id is found by.
  public Lookup lookup(String name) {
    return safe.keyring().lookup(name);
  }

  /// The subject of a row that holds its wrapped key.
  public Subject of(long number, Lookup lookup, byte[] wrapped) {
    try {
      return new Subject(number, lookup, wrap.unwrap(wrapped, lookup));
    } catch (KeyGone gone) {
      // its row was read just before a roll that has ended meanwhile
      byte[] now = row(number).map(row -> row.wrapped().array()).orElseThrow(() -> gone);
      return new Subject(number, lookup, wrap.unwrap(now, lookup));
    }
  }

  /// Those of the subjects that stand in the erasures file with the key they have: a backup brought
  /// them back.
  public List<Subject> erasedBefore() {
    Set<Lookup> erased = new HashSet<>();
    safe.erasures().all().forEach(line -> erased.add(line.lookup()));
    if (erased.isEmpty()) {
      return List.of();
    }
    Map<Lookup, String> wanted = new HashMap<>();
    erased.forEach(lookup -> wanted.put(lookup, lookup.hex()));
    return pools
        .use(Power.WRITE, handle -> select(handle.getConnection(), wanted))
        .values()
        .stream()
        .filter(
            subject -> safe.erasures().contains(subject.lookup(), Wrap.fingerprint(subject.key())))
        .sorted(Comparator.comparingLong(Subject::number))
        .toList();
  }

  /// Writes down on disk, outside the database, that a subject is erased; run it while the
  /// transaction that erases them holds rolls off ([Subjects#hold]).
  public IntSupplier noteOfErasure(long number) {
    return row(number)
        .map(row -> {
          byte[] wrapped = row.wrapped().array();
          SecretKey key = of(number, row.lookup(), wrapped).key();
          return safe.noteOf(number, row.lookup(), key, Wrap.epochOf(wrapped));
        })
        .orElse(() -> GONE);
  }

  /// By when an epoch ends, and with it every copy of what was wrapped under it; nothing for that
  /// of before there were any.
  public Optional<Instant> epochEnds(int epoch) {
    return safe.epochs().find(epoch).map(found -> found.made().plus(Age.declared()));
  }

  private Optional<WrappedKey> row(long number) {
    return pools.use(
        Power.WRITE,
        handle ->
            handle
                .createQuery("select lookup, key from subject where number = :number")
                .bind("number", number)
                .map((row, _) ->
                    new WrappedKey(
                        number, Lookup.stored(row.getBytes(1)), Bytes.of(row.getBytes(2))))
                .findOne());
  }

  /// The subject with this outside id, if there is one.
  public Optional<Subject> find(String name) {
    return Optional.ofNullable(find(List.of(name)).get(name));
  }

  /// Those of the outside ids that are known.
  public Map<String, Subject> find(Collection<String> names) {
    Map<Lookup, String> wanted = new HashMap<>();
    names.forEach(name -> wanted.put(lookup(name), name));
    return pools.use(Power.WRITE, handle -> select(handle.getConnection(), wanted));
  }

  /// The subject with this outside id, made with a key of its own if it is new; not for a caller
  /// that is in a transaction.
  public Subject enrol(String name) {
    return enrolling.ask(name);
  }

  /// The subjects with these outside ids, each made with a key of its own where it is new.
  public Map<String, Subject> enrol(Collection<String> names) {
    var known = new HashMap<>(find(names));
    var missing = new LinkedHashSet<>(names);
    missing.removeAll(known.keySet());
    if (!missing.isEmpty()) {
      pools.transact(Power.WRITE, handle -> insert(handle.getConnection(), List.copyOf(missing)));
      known.putAll(find(missing));
    }
    return known;
  }

  /// Everybody, in the order they came, for moving or checking the whole instance.
  public List<Subject> everybody(Grant grant) {
    grant.require(Use.AUDIT, clock.instant());
    return pools.use(
        Power.WRITE,
        handle ->
            handle
                .createQuery("select number, lookup, key from subject order by number")
                .map(
                    (row, _) -> of(row.getLong(1), Lookup.stored(row.getBytes(2)), row.getBytes(3)))
                .list());
  }

  /// Those of these subjects that there are, with the keys that open what is theirs.
  public Map<Long, Subject> these(Grant grant, Collection<Long> numbers) {
    grant.require(Use.AUDIT, clock.instant());
    Map<Long, Subject> these = new HashMap<>();
    pools
        .use(
            Power.WRITE,
            handle ->
                handle
                    .createQuery(
                        "select number, lookup, key from subject where number = any(:numbers)")
                    .bindArray("numbers", Long.class, numbers)
                    .map((row, _) ->
                        of(row.getLong(1), Lookup.stored(row.getBytes(2)), row.getBytes(3)))
                    .list())
        .forEach(subject -> these.put(subject.number(), subject));
    return these;
  }

  /// What these subjects are called in one run of training, and nowhere else.
  public List<Hash> pseudonyms(Grant grant, Collection<Long> numbers, byte[] run) {
    grant.require(Use.AUDIT, clock.instant());
    return pools.use(
        Power.WRITE,
        handle ->
            handle
                .createQuery("select number, lookup, key from subject where number = any(:numbers)")
                .bindArray("numbers", Long.class, numbers)
                .map(
                    (row, _) -> of(row.getLong(1), Lookup.stored(row.getBytes(2)), row.getBytes(3)))
                .map(subject -> RunList.pseudonym(subject.runSecret(), run))
                .list());
  }

  /// The outside id, for its owner's own eyes.
  public String name(Grant grant, Subject subject) {
    grant.requireRights(clock.instant());
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          handle
              .select("select set_config('aboveboard.subject', ?, true)", subject.number() + "")
              .mapTo(String.class)
              .one();
          byte[] sealed =
              handle
                  .select("select name from subject where number = ?", subject.number())
                  .mapTo(byte[].class)
                  .one();
          return new String(
              Seal.open(subject.key(), subject.lookup().bytes(), sealed), StandardCharsets.UTF_8);
        });
  }

  private Map<String, Subject> select(Connection connection, Map<Lookup, String> wanted)
      throws SQLException {
    Map<String, Subject> found = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select number, lookup, key from subject where lookup = any(?)")) {
      select.setArray(
          1, Columns.bytea(connection, wanted.keySet().stream().map(Lookup::bytes).toList()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Lookup lookup = Lookup.stored(rows.getBytes(2));
          found.put(wanted.getOrDefault(lookup, ""), of(rows.getLong(1), lookup, rows.getBytes(3)));
        }
      }
    }
    return found;
  }

  private int insert(Connection connection, List<String> names) throws SQLException {
    List<Lookup> lookups = names.stream().map(this::lookup).toList();
    Subjects.hold(connection);
    Epoch newest = safe.epochs().newest();
    List<SecretKey> keys = names.stream().map(_ -> wrap.draw()).toList();
    byte[][] sealed = new byte[names.size()][];
    byte[][] wrapped = new byte[names.size()][];
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < names.size(); i++) {
      byte[] plain = names.get(i).getBytes(StandardCharsets.UTF_8);
      sealed[i] = Seal.seal(keys.get(i), lookups.get(i).bytes(), plain, random);
      wrapped[i] = wrap.wrap(keys.get(i), lookups.get(i), newest);
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into subject (lookup, name, key, since) "
                + "select *, ?::date from unnest(?::bytea[], ?::bytea[], ?::bytea[]) "
                + "on conflict do nothing")) {
      insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
      insert.setArray(2, Columns.bytea(connection, lookups.stream().map(Lookup::bytes).toList()));
      insert.setArray(3, Columns.bytea(connection, List.of(sealed)));
      insert.setArray(4, Columns.bytea(connection, List.of(wrapped)));
      return insert.executeUpdate();
    }
  }
}
