package org.aboveboard.server.load;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// One act of a subject on an item, as line `line` of a file told it.
///
/// `subject` is the outside id (`u:` and the user id, or `a:` and the anonymous id); `event` is the
/// policy's name of the event (`viewed`, `added-to-cart`, `bought`, `rated`); `value` is the stars
/// of a rating. It prints nothing of the person.
public record EventLine(
    String subject,
    String event,
    String item,
    OptionalDouble value,
    Optional<Instant> at,
    long line) {

  @Override
  public String toString() {
    return "EventLine[" + event + ", line " + line + "]";
  }
}
