package org.aboveboard.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aboveboard.server.access.Authenticated.Denied;
import org.aboveboard.server.access.Authenticated.Person;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/// Makes and checks subject tokens: compact JWS, EdDSA over Ed25519, at most fifteen minutes.
///
/// The check is strict as RFC 8725 asks: one algorithm, one audience, one type, a key we hold, both
/// times present and no more than the lifetime apart. No clock is forgiven, since one clock signs
/// and checks.
@Singleton
public final class SubjectTokens {
  static final Duration LIFETIME = Duration.ofMinutes(15);
  static final String AUDIENCE = "aboveboard";
  static final String TYPE = "subject+jwt";
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]{1,1000}\\.[A-Za-z0-9_-]{1,2000}\\.[A-Za-z0-9_-]{1,200}");
  private static final Pattern SUBJECT = Pattern.compile("[ua]:\\P{Cntrl}{1,256}");

  private final SigningKeys keys;
  private final InstantSource clock;

  @Inject
  SubjectTokens(SigningKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// Whether this is an outside id a token can speak for.
  public static boolean isSubject(String subject) {
    return SUBJECT.matcher(subject).matches();
  }

  /// A token for this subject.
  public SubjectToken mint(SubjectClaims who) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expires = now.plus(LIFETIME);
    var claims = new JwtClaims();
    claims.setSubject(who.subject());
    claims.setAudience(AUDIENCE);
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setClaim("minor", who.minor());
    who.authTime().ifPresent(at -> claims.setClaim("auth_time", at.getEpochSecond()));
    return new SubjectToken(signed(claims), expires);
  }

  /// The subject a token speaks for, or why it speaks for nobody.
  public Authenticated check(String token) {
    if (!COMPACT.matcher(token).matches()) {
      return denied();
    }
    try {
      return person(consumer().processToClaims(token));
    } catch (InvalidJwtException | MalformedClaimException _) {
      return denied();
    }
  }

  private String signed(JwtClaims claims) {
    SigningKey key = keys.toSign();
    var jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    jws.setKey(key.privateKey());
    jws.setKeyIdHeaderValue(key.kid());
    jws.setHeader("typ", TYPE);
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("A subject token could not be signed.", e);
    }
  }

  private JwtConsumer consumer() {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
        .setVerificationKeyResolver((jws, _) -> key(jws))
        .setExpectedType(true, TYPE)
        .setExpectedAudience(true, AUDIENCE)
        .setRequireSubject()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setMaxFutureValidityInMinutes((int) LIFETIME.toMinutes())
        .setIssuedAtRestrictions(1, (int) LIFETIME.toSeconds())
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .build();
  }

  private PublicKey key(JsonWebSignature jws) throws UnresolvableKeyException {
    return Optional.ofNullable(jws.getKeyIdHeaderValue())
        .flatMap(keys::named)
        .map(SigningKey::publicKey)
        .orElseThrow(() -> new UnresolvableKeyException("not one of our keys"));
  }

  private static Authenticated person(JwtClaims claims) throws MalformedClaimException {
    String subject = claims.getSubject();
    if (!isSubject(subject)) {
      return denied();
    }
    Optional<Instant> authTime =
        Optional.ofNullable(claims.getNumericDateClaimValue("auth_time"))
            .map(date -> Instant.ofEpochSecond(date.getValue()));
    return new Person(
        subject, Boolean.TRUE.equals(claims.getClaimValue("minor", Boolean.class)), authTime);
  }

  private static Denied denied() {
    return new Denied(
        401,
        "The subject token does not count: it has run out, was altered or is not ours.",
        "Ask for a new one with POST /v1/tokens.");
  }
}
