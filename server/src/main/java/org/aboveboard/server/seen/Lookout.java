package org.aboveboard.server.seen;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.aboveboard.server.alarm.Alarms;
import org.aboveboard.server.alarm.Cause;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.seen.Finding.About;
import org.aboveboard.server.seen.HoldingStore.Rows;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Pools;

/// Looks at what this server does, compares it with what is declared, and raises an alarm for what
/// is not: once for each cause.
public final class Lookout {
  private static final Duration ROWS_LAST = Duration.ofHours(1);

  private final Seen seen;
  private final HoldingStore holdings;
  private final Alarms alarms;
  private final Declaration declaration;
  private final Egress egress;
  private final InstantSource clock;
  private volatile Optional<Counted> counted = Optional.empty();
  private volatile boolean tells = false;

  /// Rows as they were counted once, under a version.
  private record Counted(Instant at, long version, Set<Rows> rows) {}

  private Lookout(
      Seen seen,
      Alarms alarms,
      Pools pools,
      Declaration declaration,
      Egress egress,
      InstantSource clock) {
    this.seen = seen;
    this.holdings = new HoldingStore(pools);
    this.alarms = alarms;
    this.declaration = declaration;
    this.egress = egress;
    this.clock = clock;
  }

  /// One that expects connections to this machine, to the database and to the ledger's witnesses
  /// alone.
  ///
  /// @param witnesses their hosts
  public static Lookout of(
      Seen seen,
      Alarms alarms,
      Pools pools,
      Declaration declaration,
      Address database,
      List<String> witnesses,
      InstantSource clock) {
    return expecting(Expected.of(database).and(witnesses), seen, alarms, pools, declaration, clock);
  }

  /// One that expects connections to these addresses alone.
  public static Lookout expecting(
      Predicate<InetSocketAddress> expected,
      Seen seen,
      Alarms alarms,
      Pools pools,
      Declaration declaration,
      InstantSource clock) {
    return new Lookout(seen, alarms, pools, declaration, Egress.of(expected), clock);
  }

  /// Looks at everything, and raises and ends alarms by what it sees.
  public Seeing run() {
    InForce inForce = declaration.now();
    Optional<Set<String>> elsewhere = egress.now();
    elsewhere.ifPresent(addresses -> addresses.forEach(seen::elsewhere));
    tells = elsewhere.isPresent();
    if (isStale(inForce)) {
      counted = Optional.of(new Counted(clock.instant(), inForce.index(), holdings.rows()));
    }
    Noticed noticed = noticed(inForce);
    Compared compared = Compared.of(inForce.policy(), noticed, clock.instant());
    settle(compared.undeclared());
    return seeing(noticed, compared);
  }

  /// What is known now, raising nothing.
  public Seeing look() {
    InForce inForce = declaration.now();
    Noticed noticed = noticed(inForce);
    return seeing(noticed, Compared.of(inForce.policy(), noticed, clock.instant()));
  }

  private boolean isStale(InForce inForce) {
    return counted
        .filter(last -> last.version() == inForce.index())
        .filter(last -> last.at().plus(ROWS_LAST).isAfter(clock.instant()))
        .isEmpty();
  }

  private Noticed noticed(InForce inForce) {
    return new Noticed(
        seen.all().stream().collect(toMap(Sighting::named, identity())),
        holdings.columns(),
        counted.map(Counted::rows),
        tells,
        holdings.since(),
        holdings.inForce(inForce.index()));
  }

  private void settle(List<Finding> undeclared) {
    Set<About> looked = EnumSet.allOf(About.class);
    if (!tells) {
      looked.remove(About.EGRESS);
    }
    alarms.settle(
        undeclared.stream().map(one -> new Cause(one.cause(), one.what())).toList(),
        looked.stream().map(About::word).collect(toSet()));
  }

  private Seeing seeing(Noticed noticed, Compared compared) {
    Instant now = clock.instant();
    return new Seeing(
        now,
        noticed.of(Kind.BEGAN, Kind.BEGAN.word()).map(Sighting::first).orElse(now),
        tells,
        counted.map(Counted::at),
        noticed.sightings().values().stream()
            .filter(one -> one.kind() != Kind.BEGAN)
            .sorted(Comparator.comparing(Sighting::kind).thenComparing(Sighting::name))
            .toList(),
        compared,
        alarms.open());
  }
}
