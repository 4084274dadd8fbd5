package org.aboveboard.server.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;

/// Something a policy declares that is counted under a name when it happens.
///
/// @param purpose the purpose it happens for
/// @param awaited whether it can be missed: audits and handing out are declared and not done here
record Countable(Kind kind, String name, Purpose purpose, boolean awaited) {

  static List<Countable> of(Policy policy) {
    List<Countable> all = new ArrayList<>();
    for (Purpose purpose : policy.purposes()) {
      for (EventType event : policy.events()) {
        kept(event, purpose, all);
      }
      for (Use use : purpose.uses()) {
        read(policy, purpose, use, all);
      }
    }
    return all;
  }

  private static void kept(EventType event, Purpose purpose, List<Countable> all) {
    if (event.purposes().contains(purpose.id())) {
      all.add(new Countable(Kind.FLOW, event.id() + "/" + purpose.id(), purpose, true));
    }
    for (Field field : event.fields()) {
      if (field.purposes().contains(purpose.id())) {
        all.add(new Countable(Kind.FIELD, field.id(), purpose, true));
      }
    }
  }

  private static void read(Policy policy, Purpose purpose, Use use, List<Countable> all) {
    String name = purpose.id() + "/" + use.name().toLowerCase(Locale.ROOT);
    switch (use) {
      case COLLECT -> {}
      case SERVE -> {
        List<Surface> surfaces =
            policy.surfaces().stream()
                .filter(surface -> surface.purposes().contains(purpose.id()))
                .toList();
        surfaces.forEach(
            at -> all.add(new Countable(Kind.READ, name + "/" + at.id(), purpose, true)));
        if (purpose.level() == Level.NONE) {
          all.add(new Countable(Kind.READ, name, purpose, surfaces.isEmpty()));
        }
      }
      case EXPLAIN, TRAIN -> all.add(new Countable(Kind.READ, name, purpose, true));
      case AUDIT, DISCLOSE -> all.add(new Countable(Kind.READ, name, purpose, false));
    }
  }
}
