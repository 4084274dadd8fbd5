package org.aboveboard.server.declaration;

import java.util.Optional;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Surface;

/// The policy in force on this instance, with the numbers that rows use for what it declares.
///
/// A purpose's number is declared in the policy itself; events, signals and surfaces get theirs
/// from the store the first time they are declared, and keep them.
public final class Declaration {
  private final Policy policy;
  private final boolean demonstration;
  private final Numbers<EventType> events;
  private final Numbers<Signal> signals;
  private final Numbers<Surface> surfaces;

  Declaration(
      Policy policy,
      boolean demonstration,
      Numbers<EventType> events,
      Numbers<Signal> signals,
      Numbers<Surface> surfaces) {
    this.policy = policy;
    this.demonstration = demonstration;
    this.events = events;
    this.signals = signals;
    this.surfaces = surfaces;
  }

  public Policy policy() {
    return policy;
  }

  /// Whether consents that were borrowed or made up count here.
  public boolean isDemonstration() {
    return demonstration;
  }

  public short number(EventType event) {
    return events.number(event.id());
  }

  public short number(Signal signal) {
    return signals.number(signal.id());
  }

  public short number(Surface surface) {
    return surfaces.number(surface.id());
  }

  public Optional<EventType> event(short number) {
    return events.find(number);
  }

  public Optional<Signal> signal(short number) {
    return signals.find(number);
  }

  public Optional<Surface> surface(short number) {
    return surfaces.find(number);
  }
}
