package org.aboveboard.server.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Use;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;

/// Events: kept for the purposes that allowed them, read for a grant alone.
public final class EventStore {
  static final String THING = "event";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Pools pools;
  private final Journal journal;
  private final Catalogue catalogue;
  private final Seen seen;
  private final InstantSource clock;
  private final EventShelf shelf = new EventShelf();
  private final ReleaseShelf release = new ReleaseShelf(shelf);

  public EventStore(
      Pools pools, Journal journal, Catalogue catalogue, Seen seen, InstantSource clock) {
    this.pools = pools;
    this.journal = journal;
    this.catalogue = catalogue;
    this.seen = seen;
    this.clock = clock;
  }

  List<Placed> add(List<EventRow> rows) {
    return journal.write(shelf, rows);
  }

  /// Adds what came from elsewhere; what was set aside of it is so no longer.
  List<Placed> release(List<EventRow> rows) {
    return journal.write(release, rows);
  }

  /// What the grant's subject did that counts for its purpose, in journal order.
  public List<Act> acts(Grant grant, Use use, InForce inForce) {
    grant.require(use, clock.instant());
    seen.read(grant);
    long subject = grant.subject().orElseThrow();
    List<Act> acts = new ArrayList<>();
    try (Connection connection = pools.source(Power.SERVE).getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select set_config('aboveboard.subject', ?, true);"
                    + " select index, item, signal, day from event where subject = ?"
                    + " and signal is not null and ? = any(purposes) and expires > ? and kept > ?"
                    + " order by index")) {
      select.setString(1, Long.toString(subject));
      select.setLong(2, subject);
      select.setShort(3, (short) grant.purpose().number());
      select.setObject(4, today());
      select.setObject(5, today().minus(grant.obligations().keep().events()));
      select.execute();
      select.getMoreResults();
      try (ResultSet row = select.getResultSet()) {
        while (row.next()) {
          act(grant, inForce, row).ifPresent(acts::add);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The events could not be read.", e);
    }
    return acts;
  }

  private Optional<Act> act(Grant grant, InForce inForce, ResultSet row) throws SQLException {
    long index = row.getLong(1);
    Optional<Item> item = catalogue.find(row.getInt(2));
    Optional<Signal> signal =
        inForce
            .signal(row.getShort(3))
            .filter(known -> grant.obligations().signals().contains(known.id()));
    LocalDate day = row.getObject(4, LocalDate.class);
    return item.flatMap(i -> signal.map(s -> new Act(index, i, s, day)));
  }

  /// Everything that is held of a subject's doings, for their own eyes.
  public List<Held> held(Grant grant, Subject subject, InForce inForce) {
    grant.requireRights(clock.instant());
    return pools
        .as(Power.RIGHTS)
        .inTransaction(handle -> {
          handle
              .select("select set_config('aboveboard.subject', ?, true)", subject.number() + "")
              .mapTo(String.class)
              .one();
          return handle
              .createQuery(
                  "select index, kind, item, purposes, day, kept, expires, payload from event where"
                      + " subject = :subject order by index")
              .bind("subject", subject.number())
              .map((row, _) -> held(subject, inForce, row))
              .list();
        });
  }

  private Held held(Subject subject, InForce inForce, ResultSet row) throws SQLException {
    String content =
        new String(Envelope.open(subject, THING, row.getBytes("payload")), StandardCharsets.UTF_8);
    return new Held(
        row.getLong("index"),
        inForce.event(row.getShort("kind")),
        catalogue.find(row.getInt("item")).map(item -> told(item, content)),
        purposes(row),
        row.getObject("day", LocalDate.class),
        row.getObject("kept", LocalDate.class),
        row.getObject("expires", LocalDate.class),
        content);
  }

  /// The id of what only events name lies in the event alone.
  private static Item told(Item item, String content) {
    try {
      return item.isMentioned() ? item.named(JSON.readTree(content).path("item").asText()) : item;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event's content does not read.", e);
    }
  }

  private static List<Integer> purposes(ResultSet row) throws SQLException {
    return Stream.of((Short[]) row.getArray("purposes").getArray()).map(Short::intValue).toList();
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
