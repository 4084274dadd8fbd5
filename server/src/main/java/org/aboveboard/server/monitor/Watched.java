package org.aboveboard.server.monitor;

import java.util.List;
import java.util.Optional;
import org.aboveboard.fairness.watch.Claim;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Hash;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Text;
import org.aboveboard.server.monitor.Course.Plan;

/// A monitor together with what it watches.
///
/// @param digest of what it measures and promises; other words for it, or another owner, leave it
///   as it is
record Watched(Monitor monitor, Surface surface, Whom whom, Plan plan, String digest) {
  /// Groups of providers have no number of people of their own; those who were shown something do.
  static final int SMALLEST = 20;

  /// What is told apart.
  sealed interface Whom {
    /// What was shown, by the providers of the items.
    record Providers(Groups groups) implements Whom {}

    /// Who was shown it, by what they told of themselves.
    record People(Segment segment) implements Whom {}
  }

  /// The monitor as a policy declares it; nothing where the policy lacks what it watches.
  static Optional<Watched> of(Policy policy, Monitor monitor) {
    return policy
        .surface(monitor.surface())
        .flatMap(surface ->
            whom(policy, monitor).map(whom -> of(monitor, surface, whom, plan(monitor, whom))));
  }

  private static Watched of(Monitor monitor, Surface surface, Whom whom, Plan plan) {
    return new Watched(monitor, surface, whom, plan, digest(monitor, surface, whom, plan));
  }

  private static Optional<Whom> whom(Policy policy, Monitor monitor) {
    return switch (monitor.watches()) {
      case Monitor.Watches.OfGroups(String id) -> policy.groups(id).map(Whom.Providers::new);
      case Monitor.Watches.OfSegment(String id) -> policy.segment(id).map(Whom.People::new);
    };
  }

  /// Of two groups that shall not differ one test tells all; a claim about a share needs one of
  /// each.
  private static Plan plan(Monitor monitor, Whom whom) {
    Claim claim =
        switch (monitor.claim()) {
          case Monitor.Claim.FourFifths _ -> Claim.fourFifths();
          case Monitor.Claim.Within(double tolerance) -> new Claim.Within(tolerance);
        };
    List<String> groups = groups(whom);
    boolean isOne = groups.size() == 2 && claim instanceof Claim.Within;
    List<String> streams = isOne ? groups.subList(0, 1) : groups;
    return switch (whom) {
      case Whom.Providers _ -> new Plan(groups, streams, false, claim, monitor.alpha(), SMALLEST);
      case Whom.People(Segment segment) ->
          new Plan(groups, streams, true, claim, monitor.alpha(), segment.smallest());
    };
  }

  private static List<String> groups(Whom whom) {
    return switch (whom) {
      case Whom.Providers(Groups groups) -> List.copyOf(groups.values().keySet());
      case Whom.People(Segment segment) -> List.copyOf(segment.answers().keySet());
    };
  }

  private static String digest(Monitor monitor, Surface surface, Whom whom, Plan plan) {
    Canonical body =
        Canonical.empty()
            .with("surface", surface.id())
            .with("whom", whom(whom))
            .with("groups", String.join(" ", plan.groups()))
            .with("outcome", monitor.outcome().name())
            .with("claim", plan.claim().toString())
            .with("alpha", Double.toString(plan.alpha()))
            .with("smallest", plan.smallest())
            .with("every", monitor.every().toString())
            .with("closes", monitor.closes().toString());
    return Hash.sha256(body.bytes()).hex();
  }

  private static String whom(Whom whom) {
    return switch (whom) {
      case Whom.Providers(Groups groups) ->
          "groups " + groups.id() + " " + groups.attribute() + " " + groups.target();
      case Whom.People(Segment segment) -> "segment " + segment.id() + " " + segment.purpose();
    };
  }

  Epochs epochs() {
    return new Epochs(monitor.every(), monitor.closes());
  }

  MonitorStore.Name name() {
    return new MonitorStore.Name(monitor.id(), digest);
  }

  /// A group in words.
  String label(String group) {
    Optional<Text> label =
        switch (whom) {
          case Whom.Providers(Groups groups) -> Optional.ofNullable(groups.values().get(group));
          case Whom.People(Segment segment) -> Optional.ofNullable(segment.answers().get(group));
        };
    return label.map(Text::plain).orElse(group);
  }
}
