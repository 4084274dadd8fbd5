package org.aboveboard.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Jdbi;

/// The keys' table.
@Singleton
final class AccessStore implements KeyShelf {
  private final Jdbi jdbi;

  @Inject
  AccessStore(Pools pools) {
    this(pools.as(Power.OPERATE));
  }

  AccessStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<StoredKey> live() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select id, kind, hash, person, role from access_key where revoked is null")
            .map((row, _) -> key(row))
            .list());
  }

  @Override
  public void add(StoredKey stored, Instant created) {
    AccessKey key = stored.key();
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into access_key (id, kind, hash, person, role, created)
                values (:id, :kind, :hash, :person, :role, :created)
                on conflict do nothing
                """)
            .bind("id", key.id())
            .bind("kind", key.kind().word())
            .bind("hash", stored.digest().bytes())
            .bind("person", key.person())
            .bind("role", key.role())
            .bind("created", created)
            .execute());
  }

  @Override
  public boolean revoke(String id, Instant at) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate("update access_key set revoked = :at where id = :id and revoked is null")
            .bind("at", at)
            .bind("id", id)
            .execute())
        > 0;
  }

  private static StoredKey key(ResultSet row) throws SQLException {
    return new StoredKey(
        new AccessKey(
            row.getString("id"),
            AccessKey.Kind.of(row.getString("kind")),
            Optional.ofNullable(row.getString("person")),
            Optional.ofNullable(row.getString("role"))),
        KeyDigest.stored(row.getBytes("hash")));
  }
}
