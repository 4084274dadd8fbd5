package org.aboveboard.server.collect;

import java.time.LocalDate;
import org.aboveboard.policy.Personal;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.catalogue.Item;

/// Something a subject did with an item, as scoring and reasons need it.
@Personal
public record Act(long index, Item item, Signal signal, LocalDate day) {
  @Override
  public String toString() {
    return "Act";
  }
}
