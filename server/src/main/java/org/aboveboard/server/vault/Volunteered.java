package org.aboveboard.server.vault;

import java.time.LocalDate;
import org.aboveboard.policy.Personal;

/// What somebody said of themselves, opened for them alone.
///
/// @param index of its entry in the journal
/// @param segment whose question it answers
/// @param answer the id of what they chose
/// @param until the day on which it is deleted
@Personal
public record Volunteered(
    long index, String segment, String answer, LocalDate day, LocalDate until) {
  @Override
  public String toString() {
    return "Volunteered";
  }
}
