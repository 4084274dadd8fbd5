package org.aboveboard.server.load;

import java.time.Instant;
import java.util.Optional;

/// One yes that a data set brings along, as line `line` of the file beside its events told it.
///
/// @param subject the outside id, or [#EVERYBODY]
/// @param purpose the policy's name of what was agreed to; empty where the file does not say
/// @param until the first instant at which it no longer holds, if the file says
/// @param evidence what shows it, and where that can be seen
public record EvidenceLine(
    String file,
    long line,
    String subject,
    String purpose,
    Instant since,
    Optional<Instant> until,
    String evidence) {
  /// Stands for all people of the data set.
  public static final String EVERYBODY = "*";

  @Override
  public String toString() {
    return "EvidenceLine[line " + line + "]";
  }
}
