package org.aboveboard.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.server.access.Authenticated.Denied;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// No text but one that was minted here speaks for anybody.
class SubjectTokensFuzzTest {
  private final MovedClock clock = new MovedClock("2026-11-23T12:00:00Z");
  private final SigningKeys keys =
      new SigningKeys(new HeldSigningKeys(), clock, new SecureRandom());
  private final SubjectTokens tokens = new SubjectTokens(keys, clock);
  private final String minted =
      tokens.mint(new SubjectClaims("u:ana", false, Optional.empty())).token();

  @MethodSource("texts")
  @FuzzTest
  void aTextSpeaksForNobody(byte[] bytes) {
    assertThat(tokens.check(new String(bytes, UTF_8))).isInstanceOf(Denied.class);
  }

  /// The text takes the place of the head, then of the claims, of a token that was minted.
  @MethodSource("parts")
  @FuzzTest
  void aTokenWithAnotherHeadOrOtherClaimsSpeaksForNobody(byte[] bytes) {
    String[] parts = minted.split("\\.", -1);
    String part = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    if (!part.equals(parts[0]) && !part.equals(parts[1])) {
      assertThat(tokens.check(part + "." + parts[1] + "." + parts[2])).isInstanceOf(Denied.class);
      assertThat(tokens.check(parts[0] + "." + part + "." + parts[2])).isInstanceOf(Denied.class);
    }
  }

  static Stream<Arguments> texts() {
    return seeds("a.b.c", "eyJhbGciOiJub25lIn0.e30.", "..", "A".repeat(3_000));
  }

  static Stream<Arguments> parts() {
    return seeds(
        "{\"alg\":\"none\"}",
        "{\"alg\":\"EdDSA\",\"kid\":\"x\",\"typ\":\"subject+jwt\",\"crit\":[\"b64\"],\"b64\":false}",
        "{\"sub\":\"u:ana\",\"aud\":7,\"exp\":1e99,\"iat\":-1,\"minor\":\"no\"}",
        "[".repeat(2_000));
  }

  private static Stream<Arguments> seeds(String... seeds) {
    return Stream.of(seeds).map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
