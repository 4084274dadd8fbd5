package org.aboveboard.server.key;

import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/// How old an epoch becomes, as the operator says it with `aboveboard.epoch`.
public final class Age {
  private static final Duration USUAL = Duration.ofDays(30);

  private Age() {}

  public static Duration declared() {
    return ConfigProvider.getConfig()
        .getOptionalValue("aboveboard.epoch", Duration.class)
        .orElse(USUAL);
  }
}
