package org.aboveboard.server.consent;

import org.aboveboard.policy.Purpose;
import org.aboveboard.server.consent.Prompts.Answerable;

/// What an answer cites, read: a question that was put to its person, or why it cannot be answered.
sealed interface Citation {
  /// A question about something that is asked about still.
  record Open(Answerable shown, Purpose purpose, Cited cited) implements Citation {}

  /// No question, or one whose time is over.
  record Shut(Consents.Settled.NotTaken why) implements Citation {}
}
