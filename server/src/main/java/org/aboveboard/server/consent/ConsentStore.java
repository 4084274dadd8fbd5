package org.aboveboard.server.consent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.sql.Together;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// What subjects decided. A decision needs it before there can be a grant, so [#known] asks for
/// none and hands out only what decisions read; the particulars of a record need a grant.
public final class ConsentStore {
  private static final String COLUMNS =
      "c.index, c.part, c.purpose, c.kind, c.at, c.until, c.keep, c.declared, c.evidence,"
          + " c.sighted, c.guardian, c.visit, c.carrier";

  private static final int MOST_ASKED = 1_000;

  private final Pools pools;
  private final Journal journal;
  private final SubjectStore subjects;
  private final Declaration declaration;
  private final InstantSource clock;
  private final ConsentShelf shelf = new ConsentShelf();
  private final Together<CitedStore.Answer, Shelf.Verdict> verdicts;

  public ConsentStore(
      Pools pools,
      Journal journal,
      SubjectStore subjects,
      Declaration declaration,
      InstantSource clock) {
    this.pools = pools;
    this.journal = journal;
    this.subjects = subjects;
    this.declaration = declaration;
    this.clock = clock;
    this.verdicts =
        new Together<>(
            MOST_ASKED,
            answers ->
                pools.use(
                    Power.WRITE, handle -> CitedStore.verdicts(handle.getConnection(), answers)));
  }

  /// The subject with this outside id and where they stand, if they are known.
  public Optional<Known> known(String name) {
    return Optional.ofNullable(known(List.of(name)).get(name));
  }

  /// Those of the outside ids that are known, and where they stand.
  public Map<String, Known> known(Collection<String> names) {
    return known(names, declaration.now());
  }

  /// The same, told in the words of one version of the policy.
  Map<String, Known> known(Collection<String> names, InForce inForce) {
    Map<Lookup, String> wanted = new HashMap<>();
    names.forEach(name -> wanted.put(subjects.lookup(name), name));
    return pools.use(Power.WRITE, handle -> select(handle.getConnection(), wanted, inForce));
  }

  /// Whether an answer to a served prompt would be taken now.
  Shelf.Verdict verdict(Cited cited, Place place, Choice.Kind said) {
    return verdicts.ask(new CitedStore.Answer(cited, place, said));
  }

  /// The index of the answer to a prompt, if it has been answered.
  Optional<Long> answered(Cited cited) {
    return pools.use(
        Power.WRITE,
        handle ->
            handle
                .createQuery("select index from consent where prompt = :prompt")
                .bind("prompt", cited.nonce().array())
                .mapTo(Long.class)
                .findOne());
  }

  /// Writes a decision; it holds for every decision that begins after this returns.
  Placed add(ConsentRow row) {
    return journal.write(shelf, List.of(row)).getFirst();
  }

  /// Writes many decisions at once.
  List<Placed> add(List<ConsentRow> rows) {
    return journal.write(shelf, rows);
  }

  /// Everything the subject ever decided, in order, with its particulars, for their own eyes.
  public List<Decided> history(Grant grant, Subject subject) {
    grant.requireRights(clock.instant());
    InForce inForce = declaration.now();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          handle
              .select("select set_config('aboveboard.subject', ?, true)", subject.number() + "")
              .mapTo(String.class)
              .one();
          return handle
              .createQuery(
                  "select "
                      + COLUMNS
                      + ", c.payload from consent c where subject = :s order by index")
              .bind("s", subject.number())
              .map((row, _) -> new Decided(choice(inForce, row, 1), particulars(subject, row)))
              .list();
        });
  }

  private static Particulars particulars(Subject subject, ResultSet row) throws SQLException {
    return Particulars.read(Envelope.open(subject, Particulars.THING, row.getBytes("payload")));
  }

  private Map<String, Known> select(
      Connection connection, Map<Lookup, String> wanted, InForce inForce) throws SQLException {
    Map<String, Subject> found = new HashMap<>();
    Map<String, List<Choice>> said = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select s.number, s.lookup, s.key, "
                + COLUMNS
                + " from subject s left join consent c on c.subject = s.number"
                + " where s.lookup = any(?) order by c.index")) {
      select.setArray(
          1, Columns.bytea(connection, wanted.keySet().stream().map(Lookup::bytes).toList()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Lookup lookup = Lookup.stored(row.getBytes(2));
          String name = wanted.getOrDefault(lookup, "");
          if (!found.containsKey(name)) {
            found.put(name, subjects.of(row.getLong(1), lookup, row.getBytes(3)));
            said.put(name, new ArrayList<>());
          }
          if (row.getLong(4) != 0) {
            said.getOrDefault(name, List.of()).add(choice(inForce, row, 4));
          }
        }
      }
    }
    Map<String, Known> known = new HashMap<>();
    found.forEach((name, subject) ->
        known.put(name, new Known(subject, Standing.of(said.getOrDefault(name, List.of())))));
    return known;
  }

  private static Choice choice(InForce inForce, ResultSet row, int at) throws SQLException {
    return new Choice(
        row.getLong(at),
        new Place(row.getString(at + 1), row.getShort(at + 2)).key(inForce),
        Choice.Kind.valueOf(row.getString(at + 3)),
        row.getTimestamp(at + 4).toInstant(),
        Optional.ofNullable(row.getTimestamp(at + 5)).map(Timestamp::toInstant),
        Optional.of(row.getInt(at + 6)).filter(days -> days > 0).map(Period::ofDays),
        row.getString(at + 7),
        Evidence.valueOf(row.getString(at + 8)),
        row.getBoolean(at + 9),
        row.getBoolean(at + 10),
        row.getBoolean(at + 11),
        Optional.ofNullable(row.getString(at + 12)));
  }

  /// One decision as it was made, and what was seen when it was made.
  public record Decided(Choice choice, Particulars particulars) {
    Instant at() {
      return choice.at();
    }

    @Override
    public String toString() {
      return "Decided";
    }
  }
}
