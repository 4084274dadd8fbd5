package org.aboveboard.server.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;

/// Rows that are set aside: written for nobody's use, read by their own person alone.
public final class QuarantineStore {
  static final String THING = "quarantine";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Pools pools;
  private final Journal journal;
  private final InstantSource clock;
  private final QuarantineShelf shelf = new QuarantineShelf();

  public QuarantineStore(Pools pools, Journal journal, InstantSource clock) {
    this.pools = pools;
    this.journal = journal;
    this.clock = clock;
  }

  List<Placed> add(List<QuarantineRow> rows) {
    return journal.write(shelf, rows);
  }

  /// Everything that is set aside of a subject, for their own eyes.
  public List<Quarantined> held(Grant grant, Subject subject) {
    grant.requireRights(clock.instant());
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          handle
              .select("select set_config('aboveboard.subject', ?, true)", subject.number() + "")
              .mapTo(String.class)
              .one();
          return handle
              .createQuery(
                  "select index, purposes, kept, expires, payload from quarantine"
                      + " where subject = :subject order by index")
              .bind("subject", subject.number())
              .map((row, _) -> quarantined(subject, row))
              .list();
        });
  }

  private static Quarantined quarantined(Subject subject, ResultSet row) throws SQLException {
    String content =
        new String(Envelope.open(subject, THING, row.getBytes("payload")), StandardCharsets.UTF_8);
    JsonNode said = read(content);
    return new Quarantined(
        row.getLong("index"),
        said.path("event").asText(),
        said.path("item").asText(),
        Stream.of((Short[]) row.getArray("purposes").getArray()).map(Short::intValue).toList(),
        Instant.parse(said.path("occurred").asText()).atOffset(ZoneOffset.UTC).toLocalDate(),
        row.getObject("kept", LocalDate.class),
        row.getObject("expires", LocalDate.class),
        content);
  }

  private static JsonNode read(String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row that is set aside does not read.", e);
    }
  }
}
