package org.aboveboard.server.collect;

import java.util.List;

/// Where messages go once they are read: it decides, stores what may be stored and answers when
/// that is durable.
interface Intake {

  /// One outcome for each message, in their order.
  List<Outcome> take(List<Message> messages, Authority authority);

  /// Is told how many messages of a request could not be read or used.
  default void refused(long count) {}
}
