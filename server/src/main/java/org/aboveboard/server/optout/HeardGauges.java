package org.aboveboard.server.optout;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/// The figures at `/metrics` about what was sent. None carries a label of a person.
@Startup
@Singleton
final class HeardGauges {
  HeardGauges(MeterRegistry registry, Heard heard) {
    for (Carrier carrier : Carrier.values()) {
      counter(registry, "carried", carrier, heard, from -> from.carried(carrier));
      counter(registry, "unread", carrier, heard, from -> from.unread(carrier));
      counter(registry, "conflicts", carrier, heard, from -> from.conflicts(carrier));
    }
  }

  private static void counter(
      MeterRegistry registry,
      String what,
      Carrier carrier,
      Heard heard,
      ToDoubleFunction<Heard> figure) {
    FunctionCounter.builder("aboveboard.optout." + what, heard, figure)
        .tag("carrier", carrier.tag())
        .register(registry);
  }
}
