package org.aboveboard.server.collect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An intake that keeps everything in memory, once, except for events named `Withheld`.
final class HeldIntake implements Intake {
  private final List<Message> messages = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  List<Message> messages() {
    return messages;
  }

  @Override
  public List<Outcome> take(List<Message> arriving, Authority authority) {
    return arriving.stream().map(this::keep).toList();
  }

  private Outcome keep(Message message) {
    if (message.name().filter("Withheld"::equals).isPresent()) {
      return new Outcome.Withheld(message.messageId(), "no_consent");
    }
    if (!ids.add(message.messageId())) {
      return new Outcome.Repeated(message.messageId());
    }
    messages.add(message);
    return new Outcome.Kept(message.messageId(), messages.size());
  }
}
