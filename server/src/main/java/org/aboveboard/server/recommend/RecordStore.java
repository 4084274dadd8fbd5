package org.aboveboard.server.recommend;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Hash;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Use;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Anonymous;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;
import org.jdbi.v3.core.Handle;

/// The records of recommendations: written before the answer leaves, read for a grant.
public final class RecordStore {
  /// What a record is sealed as.
  public static final String THING = "recommendation";

  private static final int ANONYMOUS_DAYS = 30;

  private final Pools pools;
  private final Journal journal;
  private final Anonymous anonymous;
  private final Seen seen;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final RecordShelf shelf = new RecordShelf();

  public RecordStore(
      Pools pools, Journal journal, Anonymous anonymous, Seen seen, InstantSource clock) {
    this.pools = pools;
    this.journal = journal;
    this.anonymous = anonymous;
    this.seen = seen;
    this.clock = clock;
  }

  /// A new id: 128 bits of chance, in hex.
  String draw() {
    byte[] id = new byte[16];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /// Writes a record that names nobody.
  Placed add(Recorded record, short surface) {
    Envelope envelope = sealed(anonymous.subject(), record);
    LocalDate today = today();
    return write(
        new RecordRow(
            id(record),
            OptionalLong.empty(),
            surface,
            record.level(),
            OptionalInt.empty(),
            today,
            today.plusDays(ANONYMOUS_DAYS),
            items(record),
            record.arm(),
            envelope.payload(),
            envelope.commitment()));
  }

  /// Writes a record under its subject's key, kept as long as its purpose says.
  Placed add(Recorded record, short surface, Subject subject, Grant grant) {
    Envelope envelope = sealed(subject, record);
    LocalDate today = today();
    return write(
        new RecordRow(
            id(record),
            OptionalLong.of(subject.number()),
            surface,
            record.level(),
            OptionalInt.of(grant.purpose().number()),
            today,
            today.plus(grant.obligations().keep().answers()),
            items(record),
            record.arm(),
            envelope.payload(),
            envelope.commitment()));
  }

  private static List<Integer> items(Recorded record) {
    return record.picks().stream().map(Pick::item).toList();
  }

  private static Envelope sealed(Subject subject, Recorded record) {
    byte[] bytes = RecordBytes.write(record);
    return Envelope.of(subject, THING, bytes, promise(bytes).bytes());
  }

  /// What is committed to of a record: its digest, so that a receipt of it stays small and names no
  /// item.
  public static Canonical promise(byte[] record) {
    return Canonical.empty()
        .with("kind", Kind.RECOMMENDATION.word())
        .with("record", Hash.sha256(record).hex());
  }

  private static Bytes id(Recorded record) {
    return Bytes.of(HexFormat.of().parseHex(record.recommId()));
  }

  private Placed write(RecordRow row) {
    return journal.write(shelf, List.of(row)).getFirst();
  }

  /// A record that names nobody, by its id.
  public Optional<Unnamed> anonymous(String recommId) {
    return pools
        .as(Power.SERVE)
        .withHandle(handle -> payload(handle, recommId, "subject is null"))
        .map(payload -> new Unnamed(read(anonymous.subject(), payload)));
  }

  /// The latest records that name nobody, newest first.
  public List<Unnamed> latestAnonymous(int most) {
    return pools.use(
        Power.SERVE,
        handle ->
            handle
                .createQuery(
                    "select payload from recommendation where subject is null"
                        + " order by number desc limit :most")
                .bind("most", most)
                .mapTo(byte[].class)
                .map(payload -> new Unnamed(read(anonymous.subject(), payload)))
                .list());
  }

  /// A record at level none or context: it is about nobody.
  public record Unnamed(Recorded record) {}

  /// A subject's own record, by its id, to be explained to them.
  public Optional<Recorded> find(Grant grant, Subject subject, String recommId) {
    grant.require(Use.EXPLAIN, clock.instant());
    seen.read(grant);
    return owned(subject, recommId);
  }

  /// A subject's own record, as a right they keep after they took their yes back.
  public Optional<Recorded> findForOwner(Grant grant, Subject subject, String recommId) {
    grant.requireRights(clock.instant());
    return owned(subject, recommId);
  }

  private Optional<Recorded> owned(Subject subject, String recommId) {
    return pools
        .as(Power.SERVE)
        .inTransaction(handle -> {
          setSubject(handle, subject);
          return payload(handle, recommId, "subject is not null");
        })
        .map(payload -> read(subject, payload));
  }

  /// A subject's latest records, newest first, for their own eyes.
  public List<Recorded> latest(Grant grant, Subject subject, int most) {
    grant.requireRights(clock.instant());
    return pools
        .as(Power.RIGHTS)
        .inTransaction(handle -> {
          setSubject(handle, subject);
          return handle
              .createQuery(
                  "select payload from recommendation where subject = :subject"
                      + " order by number desc limit :most")
              .bind("subject", subject.number())
              .bind("most", most)
              .mapTo(byte[].class)
              .map(payload -> read(subject, payload))
              .list();
        });
  }

  private static void setSubject(Handle handle, Subject subject) {
    handle
        .select("select set_config('aboveboard.subject', ?, true)", subject.number() + "")
        .mapTo(String.class)
        .one();
  }

  private static Optional<byte[]> payload(Handle handle, String recommId, String whose) {
    return Ids.bytes(recommId)
        .flatMap(id ->
            handle
                .createQuery("select payload from recommendation where id = :id and " + whose)
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
  }

  private static Recorded read(Subject key, byte[] payload) {
    return RecordBytes.read(Envelope.open(key, THING, payload));
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /// Ids as they stand in links.
  static final class Ids {
    private Ids() {}

    static Optional<byte[]> bytes(String recommId) {
      return recommId.matches("[0-9a-f]{32}")
          ? Optional.of(HexFormat.of().parseHex(recommId))
          : Optional.empty();
    }
  }
}
