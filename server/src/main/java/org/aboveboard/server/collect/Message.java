package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.aboveboard.server.optout.Sent;

/// One message of the event protocol, read and bounded, not yet decided.
///
/// Its `subject` is an outside id (`u:` + userId, else `a:` + anonymousId), `occurred` is corrected
/// for the sender's clock and never later than its arrival, and `body` is the whole message with
/// the batch's context merged in. `sent` is all that came with it of what the person says no to.
record Message(
    String type,
    Optional<String> name,
    String messageId,
    String subject,
    Instant occurred,
    JsonNode body,
    Sent sent) {

  /// Prints its kind only, so that no identifier or trait reaches a log.
  @Override
  public String toString() {
    return "Message[" + type + "]";
  }
}
