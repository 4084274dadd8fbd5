package org.aboveboard.server.optout;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.aboveboard.server.collect.Instance;

/// A whole server whose pages point to what is asked, with a day of its own for GPC.
public final class Linked implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(new Instance().getConfigOverrides());
    settings.put("aboveboard.adpc.link", "true");
    settings.put("aboveboard.gpc.since", "2026-02-28");
    return settings;
  }
}
