package org.aboveboard.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Jdbi;

/// The signing keys' table; the private halves are sealed under a key that is not in the database.
@Singleton
final class SigningStore implements SigningShelf {
  private final Jdbi jdbi;
  private final SealedKey seal;

  @Inject
  SigningStore(Pools pools, Keyring keyring) {
    this(pools.as(Power.OPERATE), keyring);
  }

  SigningStore(Jdbi jdbi, Keyring keyring) {
    this.jdbi = jdbi;
    this.seal = new SealedKey(keyring.key("signing"));
  }

  @Override
  public List<SigningKey> live(Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select kid, public, private, created, retires from signing_key
                where retires > :now order by created desc, kid
                """)
            .bind("now", now)
            .map((row, _) -> key(row))
            .list());
  }

  @Override
  public void add(SigningKey key) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into signing_key (kid, public, private, created, retires)
                values (:kid, :public, :sealed, :created, :retires)
                """)
            .bind("kid", key.kid())
            .bind("public", key.publicKey().getEncoded())
            .bind("sealed", seal.seal(key.kid(), key.privateKey().getEncoded()))
            .bind("created", key.created())
            .bind("retires", key.retires())
            .execute());
  }

  private SigningKey key(ResultSet row) throws SQLException {
    String kid = row.getString("kid");
    try {
      var factory = KeyFactory.getInstance("Ed25519");
      return new SigningKey(
          kid,
          factory.generatePublic(new X509EncodedKeySpec(row.getBytes("public"))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(seal.open(kid, row.getBytes("private")))),
          row.getTimestamp("created").toInstant(),
          row.getTimestamp("retires").toInstant());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The signing key " + kid + " cannot be read.", e);
    }
  }
}
