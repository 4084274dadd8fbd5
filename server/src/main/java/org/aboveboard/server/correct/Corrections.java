package org.aboveboard.server.correct;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aboveboard.fairness.correct.FairCo;
import org.aboveboard.models.Scored;
import org.aboveboard.policy.Balance;
import org.aboveboard.policy.Correction;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Showing;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.alarm.Alarms;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.sql.Pools;

/// What is done to lists after the model has ranked them, as their surface declares it: correction,
/// balance, shares of the first places, caps, and a place by chance.
public final class Corrections {
  /// How many candidates a list that may be corrected is chosen from.
  private static final int POOL = 100;

  private static final String HOLDOUT_LOTTERY = "holdout";

  private final Declaration declaration;
  private final Catalogue catalogue;
  private final Learn learn;
  private final Alarms alarms;
  private final RandomGenerator chance;
  private final InstantSource clock;
  private final CorrectionStore store;
  private final Strengths strengths;

  public Corrections(
      Pools pools,
      Declaration declaration,
      Catalogue catalogue,
      Learn learn,
      Alarms alarms,
      RandomGenerator chance,
      InstantSource clock) {
    this.declaration = declaration;
    this.catalogue = catalogue;
    this.learn = learn;
    this.alarms = alarms;
    this.chance = chance;
    this.clock = clock;
    this.store = new CorrectionStore(pools);
    this.strengths = new Strengths(store);
  }

  /// How many candidates the model should rank for a list of `n`.
  public int pool(Surface surface, int n) {
    boolean isChosen = reorders(surface) || surface.showing().explore() > 0;
    return isChosen ? Math.max(POOL, 2 * n) : n;
  }

  /// Whether the person is one of those who are shown what everybody is shown, for comparison.
  public static boolean isHeldOut(Surface surface, long subject) {
    double holdout = surface.showing().holdout();
    return holdout > 0 && Sticky.of(subject, HOLDOUT_LOTTERY) < holdout;
  }

  /// The list that comes of what the model ranked.
  ///
  /// @param pool the candidates, the best first
  public Made list(Policy policy, Surface surface, Whose whose, List<Scored> pool, int n) {
    Arms.Arm arm = arm(policy, surface, whose);
    Lines lines = lines(policy, surface, arm, whose, pool, n);
    double explore = Math.min(1, surface.showing().explore() * arm.exploration());
    Draw.Drawn drawn = new Draw(explore, chance).of(lines, n);
    List<Line> shown = drawn.lines().first(n);
    count(policy, surface, shown);
    return new Made(shown, arm.name(), drawn.propensity());
  }

  /// Whether lists of this surface are in another order now than the model's.
  public boolean reorders(Surface surface) {
    Showing showing = surface.showing();
    return strengths.of(surface.id()).isCorrecting()
        || showing.atLeast().isPresent()
        || showing.balance().counts()
        || !showing.caps().isEmpty();
  }

  /// The same without chance: the items in their order, and those that would come next.
  public List<Integer> order(
      Policy policy, Surface surface, Whose whose, List<Scored> pool, int n) {
    return lines(policy, surface, arm(policy, surface, whose), whose, pool, n).all().stream()
        .map(Line::item)
        .toList();
  }

  private Arms.Arm arm(Policy policy, Surface surface, Whose whose) {
    return Arms.of(policy, surface, whose.purpose(), whose.subject(), today());
  }

  private Lines lines(
      Policy policy, Surface surface, Arms.Arm arm, Whose whose, List<Scored> pool, int n) {
    Lines exposed = exposed(policy, surface, arm, Lines.of(pool), n);
    Lines balanced = balanced(surface, whose, exposed, n);
    Lines fair = atLeast(policy, surface.showing(), balanced, n);
    return new Caps(surface.showing().caps(), this::categories).of(fair);
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /// While a correction is at work, a list loses by both no more than by either.
  private Lines balanced(Surface surface, Whose whose, Lines lines, int n) {
    Balance balance = surface.showing().balance();
    if (!balance.counts() || lines.all().isEmpty()) {
      return lines;
    }
    double loss =
        surface
            .showing()
            .correct()
            .filter(_ -> strengths.of(surface.id()).isCorrecting())
            .map(correction -> Math.min(correction.loss(), balance.loss()))
            .orElse(balance.loss());
    Kinds kinds = new Kinds(whose.own(), this::categories, learn.snapshot()::count);
    return new Balanced(balance, loss, kinds).of(lines, n);
  }

  private Lines exposed(Policy policy, Surface surface, Arms.Arm arm, Lines lines, int n) {
    Optional<Correction> declared = surface.showing().correct();
    Optional<Providers> providers = declared.flatMap(one -> providers(policy, one));
    Held held = strengths.of(surface.id());
    if (providers.isEmpty() || !held.isCorrecting()) {
      return lines;
    }
    Correction correction = declared.orElseThrow();
    double strength = Math.min(held.strength() * arm.correction(), correction.strength().highest());
    FairCo fairCo = new FairCo(strength, correction.clamp());
    return new Exposed(fairCo, held.standing(), correction.loss())
        .of(lines.grouped(providers.get()::of), n);
  }

  private Lines atLeast(Policy policy, Showing showing, Lines lines, int n) {
    return showing
        .atLeast()
        .flatMap(least ->
            policy
                .groups(least.groups())
                .map(groups -> new Providers(groups, catalogue))
                .map(providers -> new Least(least.shares()).of(lines.grouped(providers::of), n)))
        .orElse(lines);
  }

  private List<String> categories(int item) {
    return catalogue.find(item).map(Item::categories).orElse(List.of());
  }

  private Optional<Providers> providers(Policy policy, Correction correction) {
    return policy
        .monitor(correction.monitor())
        .flatMap(monitor ->
            switch (monitor.watches()) {
              case Monitor.Watches.OfGroups(String id) -> policy.groups(id);
              case Monitor.Watches.OfSegment _ -> Optional.empty();
            })
        .map(groups -> new Providers(groups, catalogue));
  }

  private void count(Policy policy, Surface surface, List<Line> shown) {
    if (strengths.of(surface.id()).isCorrecting()) {
      surface
          .showing()
          .correct()
          .flatMap(one -> providers(policy, one))
          .ifPresent(providers ->
              strengths.shown(
                  surface.id(), shown.stream().map(line -> providers.of(line.item())).toList()));
    }
  }

  /// Looks at the alarms and turns each correction up or down by a step; proposes what is not its
  /// to do.
  public void look() {
    Policy policy = declaration.now().policy();
    for (Surface surface : policy.surfaces()) {
      surface.showing().correct().ifPresent(correction -> look(policy, surface, correction));
    }
  }

  private void look(Policy policy, Surface surface, Correction correction) {
    boolean isAlarmed = isAlarmed(correction);
    Map<String, Double> target =
        providers(policy, correction)
            .map(providers -> providers.target(learn.snapshot()))
            .orElse(Map.of());
    Instant now = clock.instant();
    strengths.look(surface.id(), correction, target, isAlarmed, epoch(policy, correction), now);
    propose(policy, surface, correction, isAlarmed, now);
  }

  private boolean isAlarmed(Correction correction) {
    return alarms.open().stream()
        .anyMatch(alarm -> alarm.cause().startsWith("monitor:" + correction.monitor() + ":"));
  }

  /// Where the alarm stands though the correction has been at its strongest for a whole epoch.
  private void propose(
      Policy policy, Surface surface, Correction correction, boolean isAlarmed, Instant now) {
    String cause = cause(surface);
    Optional<Instant> strongest =
        store
            .last(surface.id())
            .filter(last -> last.strength() >= correction.strength().highest())
            .map(Moment::at);
    boolean isSpent =
        strongest.filter(at -> epochAfter(policy, correction, at).isBefore(now)).isPresent();
    if (isAlarmed && isSpent) {
      store.propose(cause, words(surface, correction), now);
    } else if (!isAlarmed) {
      store.withdraw(cause, now);
    }
  }

  /// What proposals about a surface are kept under.
  public static String cause(Surface surface) {
    return "correct:" + surface.id();
  }

  /// When an observation of what happened after that moment can be in.
  private static Instant epochAfter(Policy policy, Correction correction, Instant at) {
    return at.atOffset(ZoneOffset.UTC).plus(epoch(policy, correction)).toInstant();
  }

  /// How long it takes until its monitor has seen what was shown.
  private static Period epoch(Policy policy, Correction correction) {
    return policy
        .monitor(correction.monitor())
        .map(monitor -> monitor.every().plus(monitor.closes()))
        .orElse(Period.ZERO);
  }

  private static String words(Surface surface, Correction correction) {
    return "The correction of "
        + surface.label().plain()
        + " is at the strongest that the policy allows, "
        + correction.strength().highest()
        + ", and the alarm "
        + correction.monitor()
        + " still stands. Allow more in surfaces/"
        + surface.id()
        + ".yaml, or look for the cause in the catalogue and the model";
  }

  /// How strongly lists of a surface were corrected, the first change first.
  public List<Moment> history(String surface) {
    return store.history(surface);
  }

  /// What the server would change and may not, the oldest first.
  public List<Proposal> proposals() {
    return store.proposals();
  }
}
