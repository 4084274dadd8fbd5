package org.aboveboard.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aboveboard.server.access.Authenticated.Denied;
import org.aboveboard.server.access.Authenticated.Person;
import org.junit.jupiter.api.Test;

class SubjectTokensTest {
  private static final Instant SIGNED_IN = Instant.parse("2026-11-23T11:58:00Z");

  private final MovedClock clock = new MovedClock("2026-11-23T12:00:00Z");
  private final HeldSigningKeys shelf = new HeldSigningKeys();
  private final SigningKeys keys = new SigningKeys(shelf, clock, new SecureRandom());
  private final SubjectTokens tokens = new SubjectTokens(keys, clock);

  @Test
  void aTokenSpeaksForItsSubject() {
    SubjectToken token = tokens.mint(new SubjectClaims("u:ana", true, Optional.of(SIGNED_IN)));
    assertThat(tokens.check(token.token()))
        .isEqualTo(new Person("u:ana", true, Optional.of(SIGNED_IN)));
  }

  @Test
  void whatTheShopDidNotSayIsNotMadeUp() {
    assertThat(tokens.check(mint())).isEqualTo(new Person("u:ana", false, Optional.empty()));
  }

  @Test
  void aTokenEndsAfterFifteenMinutes() {
    SubjectToken token = tokens.mint(new SubjectClaims("u:ana", false, Optional.empty()));
    assertThat(token.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    clock.move(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(tokens.check(token.token())).isInstanceOf(Person.class);
    clock.move(Duration.ofSeconds(1));
    assertThat(tokens.check(token.token())).isInstanceOf(Denied.class);
  }

  @Test
  void anAlteredTokenIsDenied() {
    String[] parts = mint().split("\\.", -1);
    String other =
        new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("u:ana", "u:ben");
    assertThat(tokens.check(parts[0] + "." + base64(other) + "." + parts[2]))
        .isInstanceOf(Denied.class);
    assertThat(tokens.check(parts[0] + "." + parts[1] + ".")).isInstanceOf(Denied.class);
    assertThat(tokens.check(parts[0] + "." + parts[1] + "." + "A".repeat(86)))
        .isInstanceOf(Denied.class);
  }

  @Test
  void noOtherAlgorithmCounts() throws GeneralSecurityException {
    SigningKey key = keys.toSign();
    String none = header("none", key.kid()) + "." + claims("aboveboard", 0, 600);
    assertThat(tokens.check(none + ".")).isInstanceOf(Denied.class);
    assertThat(tokens.check(none + ".AA")).isInstanceOf(Denied.class);
    String hmac = header("HS256", key.kid()) + "." + claims("aboveboard", 0, 600);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.publicKey().getEncoded(), "HmacSHA256"));
    assertThat(tokens.check(hmac + "." + base64(mac.doFinal(hmac.getBytes(UTF_8)))))
        .isInstanceOf(Denied.class);
  }

  @Test
  void aStrangersKeyIsDenied() throws GeneralSecurityException {
    PrivateKey stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    String kid = keys.toSign().kid();
    assertThat(tokens.check(signed(stranger, kid, claims("aboveboard", 0, 600))))
        .isInstanceOf(Denied.class);
    assertThat(tokens.check(signed(stranger, "sk_unknown", claims("aboveboard", 0, 600))))
        .isInstanceOf(Denied.class);
  }

  @Test
  void ourOwnSignatureIsNotEnough() throws GeneralSecurityException {
    SigningKey key = keys.toSign();
    assertThat(tokens.check(signed(key, claims("aboveboard", 0, 600)))).isInstanceOf(Person.class);
    assertThat(tokens.check(signed(key, claims("elsewhere", 0, 600)))).isInstanceOf(Denied.class);
    assertThat(tokens.check(signed(key, claims("aboveboard", 0, 3_600))))
        .as("lives an hour")
        .isInstanceOf(Denied.class);
    assertThat(tokens.check(signed(key, claims("aboveboard", -3_600, 60))))
        .as("was made an hour ago")
        .isInstanceOf(Denied.class);
    assertThat(tokens.check(signed(key, claims("aboveboard", 120, 600))))
        .as("comes from the future")
        .isInstanceOf(Denied.class);
    assertThat(tokens.check(signed(key, base64("{\"sub\":\"u:ana\",\"aud\":\"aboveboard\"}"))))
        .as("has no times")
        .isInstanceOf(Denied.class);
    assertThat(
            tokens.check(
                signedWith(
                    key.privateKey(),
                    base64(
                        "{\"alg\":\"EdDSA\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(key.kid())),
                    claims("aboveboard", 0, 600))))
        .as("is of another type")
        .isInstanceOf(Denied.class);
  }

  @Test
  void aSigningKeyRotatesAndTheOldOneIsKnownForItsTokens() {
    String old = mint();
    String first = shelf.all().getFirst().kid();
    clock.move(SigningKeys.SIGNS.minus(Duration.ofMinutes(1)));
    String last = mint();
    clock.move(Duration.ofMinutes(2));
    String next = mint();
    assertThat(shelf.all()).hasSize(2);
    assertThat(kid(last)).isEqualTo(first);
    assertThat(kid(next)).isNotEqualTo(first);
    assertThat(tokens.check(old)).isInstanceOf(Denied.class);
    assertThat(tokens.check(last)).isInstanceOf(Person.class);
    assertThat(tokens.check(next)).isInstanceOf(Person.class);
  }

  @Test
  void aKeyMadeOnAnotherNodeIsFound() {
    var here = new SubjectTokens(new SigningKeys(shelf, clock, new SecureRandom()), clock);
    assertThat(here.check(mint())).isInstanceOf(Person.class);
  }

  @Test
  void madeUpKeyNamesCostOneQueryASecond() throws GeneralSecurityException {
    PrivateKey stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    mint();
    int before = shelf.reads();
    for (int guess = 0; guess < 100; guess++) {
      tokens.check(signed(stranger, "sk_" + guess, claims("aboveboard", 0, 600)));
    }
    assertThat(shelf.reads() - before).isLessThanOrEqualTo(1);
  }

  @Test
  void rubbishIsDenied() {
    for (String rubbish : new String[] {"", ".", "..", "a.b.c", "x".repeat(1_000_000), "é.é.é"}) {
      assertThat(tokens.check(rubbish)).isInstanceOf(Denied.class);
    }
  }

  @Test
  void aSubjectIsAnOutsideId() {
    assertThat(SubjectTokens.isSubject("u:ana")).isTrue();
    assertThat(SubjectTokens.isSubject("a:5f")).isTrue();
    assertThat(SubjectTokens.isSubject("ana")).isFalse();
    assertThat(SubjectTokens.isSubject("u:")).isFalse();
    assertThat(SubjectTokens.isSubject("u:a\u0000b")).isFalse();
    assertThat(SubjectTokens.isSubject("u:" + "x".repeat(257))).isFalse();
  }

  private String mint() {
    return tokens.mint(new SubjectClaims("u:ana", false, Optional.empty())).token();
  }

  private String claims(String audience, long issuedIn, long expiresIn) {
    long now = clock.instant().getEpochSecond();
    return base64(
        "{\"sub\":\"u:ana\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,\"minor\":false}"
            .formatted(audience, now + issuedIn, now + expiresIn));
  }

  private static String header(String algorithm, String kid) {
    return base64(
        "{\"alg\":\"%s\",\"typ\":\"subject+jwt\",\"kid\":\"%s\"}".formatted(algorithm, kid));
  }

  private static String signed(SigningKey key, String claims) throws GeneralSecurityException {
    return signed(key.privateKey(), key.kid(), claims);
  }

  private static String signed(PrivateKey key, String kid, String claims)
      throws GeneralSecurityException {
    return signedWith(key, header("EdDSA", kid), claims);
  }

  private static String signedWith(PrivateKey key, String header, String claims)
      throws GeneralSecurityException {
    String content = header + "." + claims;
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key);
    signature.update(content.getBytes(UTF_8));
    return content + "." + base64(signature.sign());
  }

  private static String kid(String token) {
    String header = new String(Base64.getUrlDecoder().decode(token.split("\\.", 2)[0]), UTF_8);
    return header.replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1");
  }

  private static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
