package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.OptOuts;

/// A declared event of someone, from whatever door it came, not yet decided.
///
/// @param id what a repetition of it is recognised by, within its subject
/// @param values what was found at each declared field's path, by the field's name
/// @param occurred when it happened
/// @param keptFrom the moment from which keeping counts
/// @param sent what its sender asked with it, which can only narrow
/// @param isMinor whether it is of somebody too young to decide alone
public record Arrival(
    String id,
    String subject,
    EventType type,
    List<String> items,
    Map<String, List<JsonNode>> values,
    Instant occurred,
    Instant keptFrom,
    OptOuts sent,
    boolean isMinor) {
  public Arrival {
    items = List.copyOf(items);
    values = Map.copyOf(values);
  }

  @Override
  public String toString() {
    return "Arrival";
  }
}
