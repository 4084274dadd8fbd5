package org.aboveboard.server.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.aboveboard.server.postgres.EmbeddedPostgres;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;
import org.aboveboard.server.subject.Subjects;
import org.aboveboard.server.subject.WrappedStore;

/// People in a real store, whose keys lie in a real folder.
final class Town implements AutoCloseable {
  final Folder folder;
  final Safe safe;
  final SubjectStore subjects;
  final WrappedStore rows;
  final List<Told> told = new ArrayList<>();
  private final EmbeddedPostgres postgres;
  private final Pools pools;

  /// What was told of a destroyed epoch.
  record Told(int epoch, Instant at, List<Erased> everywhere) {}

  Town(Path path) throws Exception {
    this.folder = new Folder(path.resolve("keys"));
    this.safe = folder.open();
    this.postgres = EmbeddedPostgres.start(path.resolve("store"));
    this.pools =
        Pools.open(
            new Address(postgres.jdbcUrl(), postgres.user(), postgres.password()),
            power -> safe.keyring().password(power.name()));
    this.subjects = new SubjectStore(pools, safe, folder.clock);
    this.rows = new WrappedStore(pools);
  }

  /// Another server of the same town.
  SubjectStore elsewhere() throws Exception {
    return new SubjectStore(pools, folder.open(), folder.clock);
  }

  EpochRoll roll() {
    return roll(_ -> {});
  }

  EpochRoll roll(Consumer<Step> reached) {
    return new EpochRoll(
        safe,
        rows,
        (epoch, at, everywhere) -> told.add(new Told(epoch, at, everywhere)),
        folder.clock,
        reached);
  }

  /// Enrols people and answers something sealed of each.
  Map<String, Subject> enrol(String prefix, int people) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      names.add(prefix + i);
    }
    return subjects.enrol(names);
  }

  /// What lies in the rows.
  List<WrappedKey> keys() {
    return pools
        .as(Power.WRITE)
        .withHandle(handle ->
            handle
                .createQuery("select number, lookup, key from subject order by number")
                .map((row, _) ->
                    new WrappedKey(
                        row.getLong(1), Lookup.stored(row.getBytes(2)), Bytes.of(row.getBytes(3))))
                .list());
  }

  /// The same person, sealed as before there were epochs.
  void makeOld(WrappedKey row) {
    byte[] key = safe.wrap().unwrap(row.wrapped().array(), row.lookup()).getEncoded();
    byte[] old =
        Seal.seal(safe.keyring().wrapping(), row.lookup().bytes(), key, new SecureRandom());
    rows.replace(List.of(row), List.of(row.as(old)));
  }

  /// Erases a person as the job does: noted while rolls are held off, then the row goes.
  void erase(Subject subject) {
    IntSupplier note = subjects.noteOfErasure(subject.number());
    pools.transact(
        Power.RIGHTS,
        handle -> {
          Subjects.hold(handle.getConnection());
          int epoch = note.getAsInt();
          assertThat(epoch).isNotEqualTo(SubjectStore.GONE);
          handle
              .select(
                  "select set_config('aboveboard.subject', ?, true)",
                  Long.toString(subject.number()))
              .mapTo(String.class)
              .one();
          return handle.execute("delete from subject where number = ?", subject.number());
        });
  }

  /// Puts a row back, as a restored backup would.
  void restore(WrappedKey row) {
    pools.use(
        Power.WRITE,
        handle ->
            handle.execute(
                "insert into subject (lookup, name, key, since) values (?, '', ?, date '2026-11-24')",
                row.lookup().bytes(),
                row.wrapped().array()));
  }

  @Override
  public void close() {
    pools.close();
    postgres.close();
  }
}
