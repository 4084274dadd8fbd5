package org.aboveboard.server.collect;

import java.util.List;

/// The messages of a request that could be read, and what is wrong with the others.
record Readings(List<Message> messages, List<Outcome.Refused> refused) {
  Readings {
    messages = List.copyOf(messages);
    refused = List.copyOf(refused);
  }
}
