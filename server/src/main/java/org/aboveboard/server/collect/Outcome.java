package org.aboveboard.server.collect;

/// What became of one message.
sealed interface Outcome {

  /// The id its sender gave it, or its place in the batch where that id cannot be said.
  String messageId();

  /// It is stored, durably, under this index of the journal.
  record Kept(String messageId, long index) implements Outcome {}

  /// It was stored before: senders repeat what they are not sure of.
  record Repeated(String messageId) implements Outcome {}

  /// It could be read but may not be kept.
  record Withheld(String messageId, String reason) implements Outcome {}

  /// It could not be used, and this is what to change.
  record Refused(String messageId, String why, String cure) implements Outcome {}
}
