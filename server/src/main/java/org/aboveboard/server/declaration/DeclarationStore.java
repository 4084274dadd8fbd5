package org.aboveboard.server.declaration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Policy versions as they came into force, and the numbers of what they declare.
public final class DeclarationStore {
  private final Jdbi operate;
  private final Journal journal;
  private final InstantSource clock;

  public DeclarationStore(Pools pools, Journal journal, InstantSource clock) {
    this.operate = pools.as(Power.OPERATE);
    this.journal = journal;
    this.clock = clock;
  }

  /// Puts the policy in force: a version that differs from the last is journaled first.
  public Declaration apply(Policy policy, boolean demonstration) {
    if (!policy.digest().equals(lastDigest())) {
      journal.write(new Versions(), List.of(new Version(policy, clock.instant())));
    }
    return operate.inTransaction(handle -> {
      handle.execute("lock table declared in exclusive mode");
      return new Declaration(
          policy,
          demonstration,
          numbers(handle, "event", policy.events(), EventType::id),
          numbers(handle, "signal", policy.signals(), Signal::id),
          numbers(handle, "surface", policy.surfaces(), Surface::id));
    });
  }

  private String lastDigest() {
    return operate.withHandle(handle ->
        handle
            .createQuery("select digest from policy_version order by index desc limit 1")
            .mapTo(String.class)
            .findOne()
            .orElse(""));
  }

  private static <T> Numbers<T> numbers(
      Handle handle, String kind, List<T> things, Function<T, String> id) {
    things.forEach(thing ->
        handle.execute(
            "insert into declared (kind, id, number) values "
                + "(?, ?, (select coalesce(max(number), 0) + 1 from declared where kind = ?)) "
                + "on conflict do nothing",
            kind,
            id.apply(thing),
            kind));
    Map<String, Short> numbers = new HashMap<>();
    handle
        .createQuery("select id, number from declared where kind = :kind")
        .bind("kind", kind)
        .map((row, _) -> Map.entry(row.getString(1), row.getShort(2)))
        .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
    return new Numbers<>(things, id, numbers);
  }

  private record Version(Policy policy, Instant at, Mark mark) implements Leaf {
    Version(Policy policy, Instant at) {
      this(policy, at, Mark.of(Kind.POLICY, Canonical.empty().with("policy", policy.digest())));
    }

    @Override
    public Kind kind() {
      return mark.kind();
    }

    @Override
    public Commitment commitment() {
      return mark.commitment();
    }

    @Override
    public Optional<Bytes> body() {
      return mark.body();
    }
  }

  private static final class Versions implements Shelf<Version> {
    @Override
    public List<Verdict> judge(Connection connection, List<Version> leaves) {
      return leaves.stream().map(_ -> Verdict.WRITE).toList();
    }

    @Override
    public void put(Connection connection, List<Version> leaves, long first) throws SQLException {
      try (PreparedStatement insert =
          connection.prepareStatement("insert into policy_version values (?, ?, ?, ?)")) {
        for (int i = 0; i < leaves.size(); i++) {
          insert.setLong(1, first + i);
          insert.setString(2, leaves.get(i).policy().digest());
          insert.setString(3, leaves.get(i).policy().canonicalJson());
          insert.setTimestamp(4, Timestamp.from(leaves.get(i).at()));
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }
}
