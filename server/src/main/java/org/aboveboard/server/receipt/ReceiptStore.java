package org.aboveboard.server.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.receipt.Inner;
import org.aboveboard.ledger.receipt.Opening;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.consent.Particulars;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.recommend.RecordStore;
import org.aboveboard.server.rights.Downloads;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Anonymous;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;
import org.jdbi.v3.core.Handle;

/// What opens the entries of the journal: the nonces and bodies that lie sealed in people's rows,
/// and those of entries that are about nobody.
final class ReceiptStore {
  private final Pools pools;
  private final Anonymous anonymous;
  private final InstantSource clock;

  ReceiptStore(Pools pools, Anonymous anonymous, InstantSource clock) {
    this.pools = pools;
    this.anonymous = anonymous;
    this.clock = clock;
  }

  /// What a subject said or asked under this index.
  Optional<Opened> statement(Grant grant, Subject subject, long index) {
    grant.requireRights(clock.instant());
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject);
          return stated(handle, "consent", Particulars.THING, subject, index)
              .or(() -> stated(handle, "download", Downloads.THING, subject, index));
        });
  }

  private static Optional<Opened> stated(
      Handle handle, String table, String thing, Subject subject, long index) {
    return handle
        .createQuery(
            "select j.index, j.kind, j.at, s.previous, s.payload from journal j join "
                + table
                + " s using (index) where j.index = :index and s.subject = :subject")
        .bind("index", index)
        .bind("subject", subject.number())
        .map((row, _) -> statement(row, thing, subject))
        .findOne();
  }

  private static Opened statement(ResultSet row, String thing, Subject subject)
      throws SQLException {
    byte[] payload = row.getBytes("payload");
    Opening opening =
        Opening.of(
            row.getString("kind"),
            row.getTimestamp("at").toInstant(),
            Envelope.nonce(subject, thing, payload),
            canonical(Envelope.open(subject, thing, payload)));
    Opening chained =
        Optional.ofNullable(row.getBytes("previous"))
            .map(before -> opening.after(new Commitment(Hash.of(before).orElseThrow())))
            .orElse(opening);
    return new Opened(row.getLong("index"), chained);
  }

  /// An answer that a subject was given, among those of its second.
  Sought answer(Grant grant, Subject subject, String recommId) {
    grant.requireRights(clock.instant());
    Optional<Answer> answer =
        pools.transact(
            Power.RIGHTS,
            handle -> {
              name(handle, subject);
              return answer(handle, recommId, "subject = " + subject.number());
            });
    return sought(answer, subject);
  }

  /// An answer that names nobody.
  Sought unnamedAnswer(Grant grant, String recommId) {
    grant.requireRights(clock.instant());
    return sought(
        pools.use(Power.SERVE, handle -> answer(handle, recommId, "subject is null")),
        anonymous.subject());
  }

  private static Optional<Answer> answer(Handle handle, String recommId, String whose) {
    return id(recommId)
        .flatMap(id ->
            handle
                .createQuery(
                    "select number, payload from recommendation where id = :id and " + whose)
                .bind("id", id)
                .map((row, _) -> new Answer(row.getLong(1), Bytes.of(row.getBytes(2))))
                .findOne());
  }

  private Sought sought(Optional<Answer> answer, Subject key) {
    return answer
        .map(found -> pools.use(Power.LEDGER, handle -> sought(handle, found, key)))
        .orElseGet(Sought.Nowhere::new);
  }

  private static Sought sought(Handle handle, Answer answer, Subject key) {
    return second(handle, answer.number())
        .<Sought>map(second -> new Sought.There(opened(handle, second, answer, key)))
        .orElseGet(() -> isWaiting(handle, answer) ? new Sought.Waiting() : new Sought.Nowhere());
  }

  /// Whether it waits for the entry of its second; answers of the first release have none.
  private static boolean isWaiting(Handle handle, Answer answer) {
    return handle
        .createQuery("select exists (select from decided where number = :number)")
        .bind("number", answer.number())
        .mapTo(Boolean.class)
        .one();
  }

  private static Opened opened(Handle handle, Second second, Answer answer, Subject key) {
    List<Hash> leaves =
        handle
            .createQuery(
                "select commitment from decided where number >= :first and number < :end"
                    + " order by number")
            .bind("first", second.first())
            .bind("end", second.first() + second.count())
            .map((row, _) -> Tree.leaf(row.getBytes(1)))
            .list();
    if (leaves.size() != second.count()) {
      throw new IllegalStateException("A second has lost commitments before its records went.");
    }
    int place = (int) (answer.number() - second.first());
    Inner inner =
        new Inner(
            place,
            Tree.inclusion(leaves, place).path(),
            Envelope.nonce(key, RecordStore.THING, answer.payload().array()),
            RecordStore.promise(Envelope.open(key, RecordStore.THING, answer.payload().array())));
    return new Opened(second.entry().index(), second.entry().opening().showing(inner));
  }

  /// The entry that stands for the second in which this number was given.
  private static Optional<Second> second(Handle handle, long number) {
    return handle
        .createQuery(
            "select d.first, d.count, j.index, j.kind, j.at, j.body from decisions d join journal j"
                + " using (index) where d.first <= :number and d.first + d.count > :number")
        .bind("number", number)
        .map((row, _) -> new Second(row.getLong(1), row.getInt(2), mark(row)))
        .findOne();
  }

  /// An entry that is about nobody, with its body.
  Optional<PublicEntry> mark(long index) {
    return pools.use(
        Power.LEDGER,
        handle ->
            handle
                .createQuery(
                    "select index, kind, at, body from journal where index = :index and body is not"
                        + " null")
                .bind("index", index)
                .map((row, _) -> mark(row))
                .findOne()
                .filter(ReceiptStore::isPublic));
  }

  private static boolean isPublic(PublicEntry opened) {
    return Kind.of(opened.opening().kind()).filter(Kind::isPublic).isPresent();
  }

  private static PublicEntry mark(ResultSet row) throws SQLException {
    byte[] body = row.getBytes("body");
    return new PublicEntry(
        row.getLong("index"),
        Opening.of(
            row.getString("kind"),
            row.getTimestamp("at").toInstant(),
            Nonce.of(Arrays.copyOf(body, Nonce.LENGTH)).orElseThrow(),
            canonical(Arrays.copyOfRange(body, Nonce.LENGTH, body.length))));
  }

  private static Canonical canonical(byte[] bytes) {
    return switch (Canonical.read(bytes)) {
      case Canonical.Read(Canonical record) -> record;
      case Canonical.Unreadable(String reason) ->
          throw new IllegalStateException("A committed body does not read: " + reason);
    };
  }

  private static Optional<byte[]> id(String recommId) {
    return recommId.matches("[0-9a-f]{32}")
        ? Optional.of(HexFormat.of().parseHex(recommId))
        : Optional.empty();
  }

  private static void name(Handle handle, Subject subject) {
    handle
        .select("select set_config('aboveboard.subject', ?, true)", subject.number() + "")
        .mapTo(String.class)
        .one();
  }

  /// An entry of an erasure, by the job that its person was given.
  Optional<Opened> erasure(Grant grant, UUID job, Stage stage) {
    grant.requireRights(clock.instant());
    return pools.transact(
        Power.RIGHTS,
        handle ->
            switch (stage) {
              case ASKED -> asked(handle, job);
              case DONE -> own(handle, job, "done");
              case EVERYWHERE -> everywhere(handle, job);
            });
  }

  private static Optional<Opened> asked(Handle handle, UUID job) {
    return own(handle, job, "index").map(opened -> after(handle, job, opened));
  }

  private static Opened after(Handle handle, UUID job, Opened opened) {
    return handle
        .createQuery("select previous from erasure where id = :job and previous is not null")
        .bind("job", job)
        .mapTo(byte[].class)
        .findOne()
        .map(before -> new Commitment(Hash.of(before).orElseThrow()))
        .map(before -> new Opened(opened.index(), opened.opening().after(before)))
        .orElse(opened);
  }

  private static Optional<Opened> own(Handle handle, UUID job, String column) {
    return handle
        .createQuery(
            "select j.index, j.kind, j.at, j.body from erasure e join journal j on j.index = e."
                + column
                + " where e.id = :job and j.body is not null")
        .bind("job", job)
        .map((row, _) -> mark(row))
        .findOne()
        .map(entry -> new Opened(entry.index(), entry.opening()));
  }

  private static Optional<Opened> everywhere(Handle handle, UUID job) {
    return own(handle, job, "everywhere")
        .flatMap(epoch -> own(handle, job, "done").map(done -> covered(handle, job, epoch, done)));
  }

  /// The entry of an epoch, showing one of the erasures it stands for.
  private static Opened covered(Handle handle, UUID job, Opened epoch, Opened done) {
    List<Hash> leaves =
        handle
            .createQuery(
                "select j.commitment from erasure e join journal j on j.index = e.done where"
                    + " e.everywhere = :index order by e.place")
            .bind("index", epoch.index())
            .map((row, _) -> Tree.leaf(row.getBytes(1)))
            .list();
    int place =
        handle
            .createQuery("select place from erasure where id = :job")
            .bind("job", job)
            .mapTo(Integer.class)
            .one();
    Inner inner =
        new Inner(
            place,
            Tree.inclusion(leaves, place).path(),
            done.opening().nonce(),
            done.opening().body());
    return new Opened(epoch.index(), epoch.opening().showing(inner));
  }

  /// What looking for an answer found.
  sealed interface Sought {
    record There(Opened opened) implements Sought {}

    record Waiting() implements Sought {}

    record Nowhere() implements Sought {}
  }

  private record Answer(long number, Bytes payload) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  private record Second(long first, int count, PublicEntry entry) {}

  /// An entry that is about nobody.
  record PublicEntry(long index, Opening opening) {}
}
