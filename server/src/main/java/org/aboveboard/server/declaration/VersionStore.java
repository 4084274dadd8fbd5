package org.aboveboard.server.declaration;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Meaning;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.lint.Lint;
import org.aboveboard.policy.read.Fault;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;

/// Policy versions as they came into force, and the numbers of what they declare.
public final class VersionStore {
  private final Pools pools;
  private final Journal journal;
  private final InstantSource clock;
  private final VersionShelf shelf = new VersionShelf();

  public VersionStore(Pools pools, Journal journal, InstantSource clock) {
    this.pools = pools;
    this.journal = journal;
    this.clock = clock;
  }

  /// The declaration of a node that starts with this policy: a new one comes into force; one that
  /// was in force and was followed by another does not come back by a start.
  public Declaration open(ReadPolicy read, boolean demonstration) throws PolicyFaults {
    if (!wasInForce(read.policy())) {
      put(read);
    }
    return new Declaration(this, demonstration, load(demonstration));
  }

  /// The declaration of a node that takes the policy as the store has it, if it has one.
  public Optional<Declaration> join(boolean demonstration) {
    return lastStored().map(_ -> new Declaration(this, demonstration, load(demonstration)));
  }

  /// Puts a version in force, unless it is so already; answers its index. One that the linter
  /// blocks changes nothing.
  public long put(ReadPolicy read) throws PolicyFaults {
    Policy policy = Lint.passed(read, clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    Optional<Stored> last = lastStored();
    if (last.filter(stored -> stored.is(policy)).isPresent()) {
      return last.get().index();
    }
    number(read);
    Placed placed = journal.write(shelf, List.of(new Version(policy, clock.instant()))).getFirst();
    return switch (placed) {
      case Placed.At(long index) -> index;
      case Placed.Repeated _, Placed.Stale _ ->
          throw new IllegalStateException("A version is always written.");
    };
  }

  /// The index of the version in force.
  long last() {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery("select coalesce(max(index), 0) from policy_version")
                .mapTo(Long.class)
                .one());
  }

  /// A version by its digest, if this release can read it.
  Optional<Policy> find(String digest) {
    return pools
        .use(
            Power.OPERATE,
            handle ->
                handle
                    .createQuery(
                        "select canonical from policy_version where digest = :digest and format ="
                            + " :format order by index limit 1")
                    .bind("digest", digest)
                    .bind("format", VersionShelf.FORMAT)
                    .mapTo(String.class)
                    .findOne())
        .map(VersionStore::restored)
        // what a yes of then agreed to before was known then too
        .map(policy -> policy.after(agreed()));
  }

  /// The version in force, after every meaning that somebody has agreed to.
  InForce load(boolean demonstration) {
    Stored stored = lastStored().orElseThrow();
    Policy policy = Beside.laid(restored(stored.canonical()), stored.beside()).after(agreed());
    return pools.use(
        Power.OPERATE,
        handle ->
            new InForce(
                stored.index(),
                policy,
                demonstration,
                numbers(handle, "event", policy.events(), EventType::id),
                numbers(handle, "signal", policy.signals(), Signal::id),
                numbers(handle, "surface", policy.surfaces(), Surface::id),
                numbers(handle, "segment", policy.segments(), Segment::id)));
  }

  private boolean wasInForce(Policy policy) {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select exists (select from policy_version where digest = :digest"
                        + " and approvals = :approvals and format = :format)")
                .bind("digest", policy.digest())
                .bind("approvals", Beside.written(policy))
                .bind("format", VersionShelf.FORMAT)
                .mapTo(Boolean.class)
                .one());
  }

  private record Stored(long index, String digest, String canonical, String beside) {
    boolean is(Policy policy) {
      return digest.equals(policy.digest()) && beside.equals(Beside.written(policy));
    }
  }

  private Optional<Stored> lastStored() {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select index, digest, canonical, approvals from policy_version"
                        + " where format = :format order by index desc limit 1")
                .bind("format", VersionShelf.FORMAT)
                .map((row, _) ->
                    new Stored(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .findOne());
  }

  /// The meanings that some recorded choice cites.
  private List<Meaning> agreed() {
    Map<String, List<String>> cited = new HashMap<>();
    pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select m.digest, v.canonical from meaning m join policy_version v on v.index ="
                        + " m.version where exists (select from consent c where c.declared ="
                        + " m.digest)")
                .map((row, _) ->
                    cited
                        .computeIfAbsent(row.getString(2), _ -> new ArrayList<>())
                        .add(row.getString(1)))
                .list());
    List<Meaning> agreed = new ArrayList<>();
    cited.forEach((canonical, digests) -> {
      Policy policy = restored(canonical);
      policy.purposes().stream()
          .filter(purpose -> digests.contains(purpose.digest()))
          .map(policy::meaning)
          .forEach(agreed::add);
    });
    return agreed;
  }

  private static Policy restored(String canonical) {
    try {
      return PolicyFiles.restore(canonical);
    } catch (PolicyFaults e) {
      throw new IllegalStateException("A stored version of the policy does not read.", e);
    }
  }

  /// Gives what is declared for the first time its number.
  private void number(ReadPolicy read) throws PolicyFaults {
    List<Fault> faults =
        pools.transact(
            Power.OPERATE,
            handle -> {
              handle.execute("lock table declared in exclusive mode");
              List<Fault> wrong = PurposeNumbers.of(given(handle)).faults(read);
              if (wrong.isEmpty()) {
                number(handle, read.policy());
              }
              return wrong;
            });
    if (!faults.isEmpty()) {
      throw new PolicyFaults(faults);
    }
  }

  private static void number(Handle handle, Policy policy) {
    keep(handle, policy.purposes());
    number(handle, "event", policy.events(), EventType::id);
    number(handle, "signal", policy.signals(), Signal::id);
    number(handle, "surface", policy.surfaces(), Surface::id);
    number(handle, "segment", policy.segments(), Segment::id);
  }

  private static Map<String, Integer> given(Handle handle) {
    Map<String, Integer> given = new HashMap<>();
    handle
        .createQuery("select id, number from declared where kind = 'purpose'")
        .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(entry -> given.put(entry.getKey(), entry.getValue()));
    return given;
  }

  private static void keep(Handle handle, List<Purpose> purposes) {
    purposes.forEach(purpose ->
        handle.execute(
            "insert into declared (kind, id, number) values ('purpose', ?, ?)"
                + " on conflict do nothing",
            purpose.id(),
            purpose.number()));
  }

  private static <T> void number(
      Handle handle, String kind, List<T> things, Function<T, String> id) {
    things.forEach(thing ->
        handle.execute(
            "insert into declared (kind, id, number) values "
                + "(?, ?, (select coalesce(max(number), 0) + 1 from declared where kind = ?)) "
                + "on conflict do nothing",
            kind,
            id.apply(thing),
            kind));
  }

  private static <T> Numbers<T> numbers(
      Handle handle, String kind, List<T> things, Function<T, String> id) {
    Map<String, Short> numbers = new HashMap<>();
    handle
        .createQuery("select id, number from declared where kind = :kind")
        .bind("kind", kind)
        .map((row, _) -> Map.entry(row.getString(1), row.getShort(2)))
        .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
    return new Numbers<>(things, id, numbers);
  }
}
