package org.aboveboard.server.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import org.aboveboard.server.collect.Collect;
import org.aboveboard.server.collect.Counts;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.learn.Learn.Progress;
import org.aboveboard.server.ledger.Ledger;

/// The figures at `/metrics`. None carries a label of a person.
@Startup
@Singleton
final class Gauges {
  private static final double NANOS = 1e9;

  Gauges(MeterRegistry registry, Learn learn, Collect collect, Ledger ledger) {
    Gauge.builder("aboveboard.ledger.size", ledger, Ledger::size)
        .strongReference(true)
        .register(registry);
    gauge(registry, "aboveboard.learn.lag.entries", learn, Progress::pending);
    gauge(registry, "aboveboard.learn.publish.seconds", learn, p -> p.took().toNanos() / NANOS);
    gauge(registry, "aboveboard.model.version", learn, Progress::index);
    gauge(registry, "aboveboard.journal.index", learn, p -> p.index() + p.pending());
    Gauge.builder("aboveboard.model.items", learn, model -> model.snapshot().items())
        .strongReference(true)
        .register(registry);
    counter(registry, "kept", collect, Counts::kept);
    counter(registry, "repeated", collect, Counts::repeated);
    counter(registry, "withheld", collect, Counts::withheld);
    counter(registry, "refused", collect, Counts::refused);
  }

  private static void gauge(
      MeterRegistry registry, String name, Learn learn, ToDoubleFunction<Progress> figure) {
    Gauge.builder(name, learn, model -> figure.applyAsDouble(model.progress()))
        .strongReference(true)
        .register(registry);
  }

  private static void counter(
      MeterRegistry registry, String end, Collect collect, ToDoubleFunction<Counts> figure) {
    FunctionCounter.builder(
            "aboveboard.events", collect, from -> figure.applyAsDouble(from.counts()))
        .tag("end", end)
        .register(registry);
  }
}
