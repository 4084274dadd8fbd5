package org.aboveboard.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialTest {
  @Test
  void aKeyIsTheUserNameOfBasic() {
    assertThat(in("Basic d2tfZGVtbzo=")).contains("wk_demo");
    assertThat(in("basic " + base64("wk_demo:secret"))).contains("wk_demo");
  }

  @Test
  void aMissingColonIsForgiven() {
    assertThat(in("Basic " + base64("wk_demo"))).contains("wk_demo");
  }

  @Test
  void bearerIsTakenAsItIs() {
    assertThat(in("Bearer abc.def.ghi")).contains("abc.def.ghi");
  }

  @Test
  void whatCannotBeReadPresentsNothing() {
    assertThat(in("Basic %%%")).isEmpty();
    assertThat(in("Basic " + base64(":"))).isEmpty();
    assertThat(in("Digest x")).isEmpty();
    assertThat(in("wk_demo")).isEmpty();
    assertThat(in("")).isEmpty();
    assertThat(in("Bearer " + "x".repeat(9_000))).isEmpty();
    assertThat(Credential.in(Optional.empty())).isEmpty();
  }

  private static Optional<String> in(String header) {
    return Credential.in(Optional.of(header)).map(Credential::text);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
