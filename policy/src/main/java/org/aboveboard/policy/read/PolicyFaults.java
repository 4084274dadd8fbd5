package org.aboveboard.policy.read;

import java.util.List;
import java.util.stream.Collectors;

/// Everything that is wrong with a policy folder, all at once.
public final class PolicyFaults extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public PolicyFaults(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
