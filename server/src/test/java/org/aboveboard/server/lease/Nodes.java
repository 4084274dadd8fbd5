package org.aboveboard.server.lease;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.postgres.EmbeddedPostgres;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Subjects;

/// A real store on which several nodes hold leases, and people say things.
final class Nodes implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(30);

  final EmbeddedPostgres postgres;
  final Address address;
  final Pools pools;
  final LeaseStore store;
  private final Journal journal;

  private Nodes(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    this.address = new Address(postgres.jdbcUrl(), postgres.user(), postgres.password());
    this.pools = pools("");
    this.store = new LeaseStore(pools);
    this.journal = new Journal(pools.source(Power.WRITE), InstantSource.system());
  }

  static Nodes in(Path folder) throws Exception {
    return new Nodes(EmbeddedPostgres.start(folder));
  }

  /// More pools on the same store, as another process would have.
  Pools pools(String parameters) {
    Keyring keyring = Keyring.of(new byte[32]);
    return Pools.open(
        new Address(address.url() + parameters, address.owner(), address.password()),
        power -> keyring.password(power.name()));
  }

  /// A node that does nothing by itself, with clocks of its own.
  Stepped node(InstantSource clock, LongSupplier nanos) {
    return new Stepped(new Lease(store, clock, nanos), store.line());
  }

  /// A lease without the thread that keeps it, and the line on which it is kept by hand.
  record Stepped(Lease lease, LineStore line) {
    void renew() {
      lease.renew(line);
    }

    /// Listens until it has heard this saying.
    void hears(long index) {
      while (lease.heard() < index) {
        lease.listen(line, LONG);
      }
    }

    /// What tells it of this saying is lost.
    void misses(long index) {
      while (line.heed(LONG).told() < index) {
        Thread.onSpinWait();
      }
    }

    void close() {
      lease.release(line);
      line.close();
    }
  }

  /// A subject says something; answers the index under which it is committed.
  long says(long subject) {
    return index(journal.write(new Sayings(), List.of(new Saying(subject))));
  }

  /// The index of the last thing a subject said, as the store has it now.
  long said(long subject) {
    return pools
        .as(Power.WRITE)
        .withHandle(handle ->
            handle
                .createQuery("select coalesce(max(index), 0) from consent where subject = :s")
                .bind("s", subject)
                .mapTo(Long.class)
                .one());
  }

  /// A new version of the policy comes into force.
  long declares() {
    return index(journal.write(new Versions(), List.of(Mark.of(Kind.POLICY, 1))));
  }

  /// A subject is erased, whose rows go in the same transaction.
  long erases(long subject) throws SQLException {
    try (Connection owner = Pools.owner(address)) {
      owner.setAutoCommit(false);
      long index = Head.lock(owner);
      try (var delete = owner.prepareStatement("delete from consent where subject = ?")) {
        delete.setLong(1, subject);
        delete.executeUpdate();
      }
      Head.append(owner, Instant.EPOCH, List.of(Mark.of(Kind.ERASURE_DONE, 1)), index);
      Subjects.touch(owner, List.of(subject), index);
      owner.commit();
      return index;
    }
  }

  long leases() {
    return pools
        .as(Power.WRITE)
        .withHandle(
            handle -> handle.createQuery("select count(*) from lease").mapTo(Long.class).one());
  }

  /// The last renewal of any lease.
  Instant renewed() {
    return pools
        .as(Power.WRITE)
        .withHandle(handle ->
            handle.createQuery("select max(expires) from lease").mapTo(Instant.class).one());
  }

  void asOwner(String statement) throws SQLException {
    try (Connection owner = Pools.owner(address);
        var sql = owner.createStatement()) {
      sql.execute(statement);
    }
  }

  private static long index(List<Placed> placed) {
    return placed.getFirst() instanceof Placed.At(long index) ? index : -1;
  }

  @Override
  public void close() {
    journal.close();
    pools.close();
    postgres.close();
  }

  private record Saying(long subject, Commitment commitment) implements Leaf {
    Saying(long subject) {
      this(subject, Commitment.make(new byte[0], new SecureRandom()).commitment());
    }

    @Override
    public Kind kind() {
      return Kind.CONSENT;
    }
  }

  private static final class Sayings implements Shelf<Saying> {
    @Override
    public List<Verdict> judge(Connection connection, List<Saying> leaves) {
      return leaves.stream().map(_ -> Verdict.WRITE).toList();
    }

    @Override
    public void put(Connection connection, List<Saying> leaves, long first) throws SQLException {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into consent (index, subject, purpose, kind, at, declared, evidence, payload)"
                  + " values (?, ?, 1, 'WITHDRAWN', now(), '', 'PROMPT', '')")) {
        for (int i = 0; i < leaves.size(); i++) {
          insert.setLong(1, first + i);
          insert.setLong(2, leaves.get(i).subject());
          insert.executeUpdate();
        }
      }
    }
  }

  private static final class Versions implements Shelf<Mark> {
    @Override
    public List<Verdict> judge(Connection connection, List<Mark> leaves) {
      return leaves.stream().map(_ -> Verdict.WRITE).toList();
    }

    @Override
    public void put(Connection connection, List<Mark> leaves, long first) throws SQLException {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into policy_version values (?, '', '', now(), '[]', 1)")) {
        insert.setLong(1, first);
        insert.executeUpdate();
      }
    }
  }
}
