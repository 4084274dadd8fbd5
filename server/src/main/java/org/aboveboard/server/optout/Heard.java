package org.aboveboard.server.optout;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// How many requests and messages carried what since the start; of nobody in particular.
public final class Heard {
  private final Map<Carrier, LongAdder> carried = adders();
  private final Map<Carrier, LongAdder> unread = adders();
  private final Map<Carrier, LongAdder> conflicts = adders();

  private static Map<Carrier, LongAdder> adders() {
    return Arrays.stream(Carrier.values())
        .collect(Collectors.toUnmodifiableMap(carrier -> carrier, _ -> new LongAdder()));
  }

  void count(Sent sent) {
    sent.heard().forEach(carrier -> one(carried, carrier).increment());
    sent.unread().stream()
        .map(Unread::which)
        .distinct()
        .forEach(carrier -> one(unread, carrier).increment());
    sent.conflicts().forEach(conflict -> one(conflicts, conflict.which()).increment());
  }

  /// Those that carried this, readable or not.
  public long carried(Carrier carrier) {
    return one(carried, carrier).sum();
  }

  /// Those in which this could not be read.
  public long unread(Carrier carrier) {
    return one(unread, carrier).sum();
  }

  /// Ids that were said yes and no to at once.
  public long conflicts(Carrier carrier) {
    return one(conflicts, carrier).sum();
  }

  private static LongAdder one(Map<Carrier, LongAdder> adders, Carrier carrier) {
    return adders.getOrDefault(carrier, new LongAdder());
  }
}
