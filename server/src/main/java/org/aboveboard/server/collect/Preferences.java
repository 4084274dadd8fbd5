package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the consent a message carries says of each category.
///
/// Two carriers are read: `consent.categoryPreferences` (id → boolean) and `consentManagement`
/// (lists of allowed and denied ids). Only a plain `true` allows, and where two say different
/// things of one id, the no stands.
final class Preferences {
  private final Map<String, Boolean> allowed = new HashMap<>();

  private Preferences() {}

  /// The fold over every context that applies to a message.
  static Map<String, Boolean> in(List<JsonNode> contexts) {
    var preferences = new Preferences();
    contexts.forEach(preferences::fold);
    return Map.copyOf(preferences.allowed);
  }

  private void fold(JsonNode context) {
    context
        .path("consent")
        .path("categoryPreferences")
        .properties()
        .forEach(
            said -> add(said.getKey(), said.getValue().isBoolean() && said.getValue().asBoolean()));
    JsonNode management = context.path("consentManagement");
    management.path("allowedConsentIds").forEach(id -> add(id.asText(), true));
    management.path("deniedConsentIds").forEach(id -> add(id.asText(), false));
  }

  private void add(String id, boolean allows) {
    allowed.merge(id, allows, Boolean::logicalAnd);
  }
}
