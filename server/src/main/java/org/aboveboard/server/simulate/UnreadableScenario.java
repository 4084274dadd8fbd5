package org.aboveboard.server.simulate;

import java.util.List;

/// A scenario that cannot be simulated: everything that is wrong with it, each with its cure.
public final class UnreadableScenario extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  public UnreadableScenario(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
