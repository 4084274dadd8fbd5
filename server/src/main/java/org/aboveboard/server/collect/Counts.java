package org.aboveboard.server.collect;

import java.util.concurrent.atomic.LongAdder;

/// How many events came to which end since the start; of nobody in particular.
public final class Counts {
  private final LongAdder kept = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder withheld = new LongAdder();
  private final LongAdder refused = new LongAdder();

  public long kept() {
    return kept.sum();
  }

  public long repeated() {
    return repeated.sum();
  }

  /// Those that no purpose allows.
  public long withheld() {
    return withheld.sum();
  }

  /// Those that could not be read or used.
  public long refused() {
    return refused.sum();
  }

  void ended(Collect.Taken taken) {
    switch (taken) {
      case Collect.Taken.Kept _ -> kept.increment();
      case Collect.Taken.Repeated _ -> repeated.increment();
      case Collect.Taken.Withheld _ -> withheld.increment();
    }
  }

  void refused(long more) {
    refused.add(more);
  }
}
