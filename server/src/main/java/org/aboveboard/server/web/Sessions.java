package org.aboveboard.server.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns sessions into cookies and back, and makes the token that their forms carry.
///
/// Nothing is stored: a cookie is `id.since.who.mac`, HMAC-SHA256 under a key of the server. The
/// token is the same function of the id under another label (OWASP's signed double submit), so a
/// site that can plant a cookie still cannot make a token.
final class Sessions {
  static final Duration LASTS = Duration.ofHours(12);
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final int LONGEST = 1024;

  private final SecretKeySpec key;
  private final InstantSource clock;
  private final RandomGenerator chance;

  Sessions(byte[] key, InstantSource clock, RandomGenerator chance) {
    if (key.length < 32) {
      throw new IllegalArgumentException("the session key needs 32 bytes or more");
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.clock = clock;
    this.chance = chance;
  }

  Session fresh(Optional<String> who) {
    byte[] id = new byte[16];
    chance.nextBytes(id);
    return new Session(TEXT.encodeToString(id), clock.instant(), who);
  }

  String write(Session session) {
    String who = TEXT.encodeToString(session.who().orElse("").getBytes(StandardCharsets.UTF_8));
    String body = session.id() + "." + session.since().getEpochSecond() + "." + who;
    return body + "." + mac("session", body);
  }

  /// The session of a cookie that this server wrote and that still runs.
  Optional<Session> read(String cookie) {
    int end = cookie.lastIndexOf('.');
    if (end < 0 || cookie.length() > LONGEST) {
      return Optional.empty();
    }
    String body = cookie.substring(0, end);
    return same(mac("session", body), cookie.substring(end + 1))
        ? Optional.of(parse(body)).filter(this::runs)
        : Optional.empty();
  }

  String token(Session session) {
    return mac("token", session.id());
  }

  boolean isTokenOf(Session session, String token) {
    return same(token(session), token);
  }

  /// Words that this server will know again as its own.
  String sign(String words) {
    String body = TEXT.encodeToString(words.getBytes(StandardCharsets.UTF_8));
    return body + "." + mac("said", body);
  }

  /// The words that were signed here, if they were.
  Optional<String> signed(String text) {
    String[] parts = text.split("\\.", 2);
    return parts.length == 2 && text.length() <= LONGEST && same(mac("said", parts[0]), parts[1])
        ? Optional.of(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private boolean runs(Session session) {
    return clock.instant().isBefore(session.since().plus(LASTS));
  }

  private static Session parse(String body) {
    String[] parts = body.split("\\.", -1);
    String who = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
    return new Session(
        parts[0],
        Instant.ofEpochSecond(Long.parseLong(parts[1])),
        Optional.of(who).filter(name -> !name.isEmpty()));
  }

  private String mac(String label, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return TEXT.encodeToString(
          mac.doFinal((label + "\n" + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
