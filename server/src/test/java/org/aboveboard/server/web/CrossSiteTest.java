package org.aboveboard.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CrossSiteTest {
  @Test
  void whatTheBrowserSaysOfTheSiteDecides() {
    assertThat(from("same-origin", "http://evil.example")).isTrue();
    assertThat(from("none", "")).isTrue();
    assertThat(from("same-site", "https://shop.example")).isFalse();
    assertThat(from("cross-site", "https://shop.example")).isFalse();
  }

  @Test
  void elseTheOriginMustBeThisHost() {
    assertThat(from("", "https://shop.example")).isTrue();
    assertThat(from("", "https://shop.example:8443")).isFalse();
    assertThat(from("", "https://evil.example")).isFalse();
    assertThat(from("", "https://shop.example.evil.example")).isFalse();
    assertThat(from("", ":::")).isFalse();
  }

  @Test
  void aBrowserThatSaysNothingIsLeftToTheToken() {
    assertThat(from("", "")).isTrue();
    assertThat(from("", "null")).isTrue();
  }

  private static boolean from(String site, String origin) {
    return CrossSite.comesFromHere(
        Optional.of(site).filter(s -> !s.isEmpty()),
        Optional.of(origin).filter(s -> !s.isEmpty()),
        Optional.of("shop.example"));
  }
}
