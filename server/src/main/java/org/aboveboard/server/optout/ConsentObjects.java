package org.aboveboard.server.optout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the consent objects that event SDKs put into a message's context.
///
/// Two are known: `consent.categoryPreferences` (id → boolean) and `consentManagement` (lists of
/// allowed and denied ids). Only a plain `true` allows. An empty set of preferences says no to all,
/// as its senders mean it.
public final class ConsentObjects {
  private final Set<String> yes = new HashSet<>();
  private final Set<String> no = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private boolean isHeard;
  private boolean refusesAll;

  private ConsentObjects() {}

  /// The fold over every context that applies to a message.
  public static Sent read(List<JsonNode> contexts) {
    var objects = new ConsentObjects();
    contexts.forEach(objects::context);
    return objects.sent();
  }

  private void context(JsonNode context) {
    JsonNode consent = context.path("consent");
    if (isObject(consent, "consent")) {
      categories(consent.path("categoryPreferences"));
    }
    JsonNode management = context.path("consentManagement");
    if (isObject(management, "consentManagement")) {
      list(management.path("allowedConsentIds"), "allowedConsentIds", yes);
      list(management.path("deniedConsentIds"), "deniedConsentIds", no);
    }
  }

  private void categories(JsonNode said) {
    if (isObject(said, "categoryPreferences")) {
      isHeard = true;
      refusesAll |= said.isEmpty();
      said.properties()
          .forEach(one ->
              (one.getValue().isBoolean() && one.getValue().asBoolean() ? yes : no)
                  .add(one.getKey()));
    }
  }

  private void list(JsonNode ids, String name, Set<String> side) {
    isHeard |= ids.isArray();
    if (!isAbsent(ids) && !(ids.isArray() && ids.valueStream().allMatch(JsonNode::isValueNode))) {
      faults.add(name + " is no list of ids");
    }
    ids.forEach(id -> side.add(id.asText()));
  }

  private boolean isObject(JsonNode said, String name) {
    if (!said.isObject() && !isAbsent(said)) {
      faults.add(name + " is no object");
    }
    return said.isObject();
  }

  static boolean isAbsent(JsonNode said) {
    return said.isMissingNode() || said.isNull();
  }

  private Sent sent() {
    Sent said = isHeard ? Sent.of(Preferences.said(yes, no, refusesAll)) : Sent.NOTHING;
    return faults.stream()
        .map(why -> Sent.closed(new Unread(Carrier.PREFERENCES, why)))
        .reduce(said, Sent::and);
  }
}
