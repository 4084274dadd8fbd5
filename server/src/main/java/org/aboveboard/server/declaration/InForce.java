package org.aboveboard.server.declaration;

import java.util.Optional;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Surface;

/// One version of the policy, with the numbers that rows use for what it declares. It never
/// changes: a request takes it at its start and finishes on it.
///
/// A purpose's number is declared in the policy itself; events, signals, surfaces and segments get
/// theirs from the store the first time they are declared, and keep them.
public final class InForce {
  private final long index;
  private final Policy policy;
  private final boolean demonstration;
  private final Numbers<EventType> events;
  private final Numbers<Signal> signals;
  private final Numbers<Surface> surfaces;
  private final Numbers<Segment> segments;

  InForce(
      long index,
      Policy policy,
      boolean demonstration,
      Numbers<EventType> events,
      Numbers<Signal> signals,
      Numbers<Surface> surfaces,
      Numbers<Segment> segments) {
    this.index = index;
    this.policy = policy;
    this.demonstration = demonstration;
    this.events = events;
    this.signals = signals;
    this.surfaces = surfaces;
    this.segments = segments;
  }

  /// The journal's number of the version.
  public long index() {
    return index;
  }

  public Policy policy() {
    return policy;
  }

  /// Whether consents that were borrowed or made up count here.
  public boolean isDemonstration() {
    return demonstration;
  }

  /// What a decision has to know besides what its subject has said.
  public Circumstances circumstances(OptOuts sent, boolean isMinor) {
    return Circumstances.plain().with(sent).ofMinor(isMinor).inDemonstration(demonstration);
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

  public short number(Segment segment) {
    return segments.number(segment.id());
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

  public Optional<Segment> segment(short number) {
    return segments.find(number);
  }
}
