package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One message of the event protocol, read and bounded, not yet decided.
///
/// Its `subject` is an outside id (`u:` + userId, else `a:` + anonymousId), `occurred` is corrected
/// for the sender's clock and never later than its arrival, and `body` is the whole message with
/// the batch's context merged in. `preferences` folds what the carriers of consent say to id →
/// allowed: what is refused by one of them is refused.
record Message(
    String type,
    Optional<String> name,
    String messageId,
    String subject,
    Instant occurred,
    JsonNode body,
    Map<String, Boolean> preferences,
    boolean globalPrivacyControl) {

  Message {
    preferences = Map.copyOf(preferences);
  }

  /// Prints its kind only, so that no identifier or trait reaches a log.
  @Override
  public String toString() {
    return "Message[" + type + "]";
  }
}
