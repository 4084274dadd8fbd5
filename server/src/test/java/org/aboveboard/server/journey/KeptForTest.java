package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.aboveboard.server.access.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long what somebody did is kept, chosen by them.
@QuarkusTest
@TestProfile(SmallShop.Profile.class)
final class KeptForTest {
  @Inject Keys keys;

  private Site site = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("k1", keys);
  }

  @Test
  void theTimeThatHoldsIsPresetSoThatAPressByMistakeErasesNothing() throws Exception {
    Walker walker = new Walker();
    walker.open("/consent?purpose=recommendations").press("Use it");
    assertThat(walker.open("/privacy").page())
        .containsOnlyOnce(" selected>")
        .contains("<option value=\"90\" selected>90 days</option>");
    site.put(
        "/v1/consents",
        Map.of("subject", "u:ana", "purpose", "recommendations", "decision", "kept", "days", 45));
    assertThat(walker.open("/privacy").page())
        .containsOnlyOnce(" selected>")
        .contains("<option value=\"45\" selected>45 days</option>", "<option value=\"90\">");
  }
}
