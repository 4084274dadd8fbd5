package org.aboveboard.server.monitor;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.fairness.drift.Adwin;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.alarm.Alarms;
import org.aboveboard.server.alarm.Cause;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.monitor.Course.Turned;
import org.aboveboard.server.monitor.Lane.Turn;
import org.aboveboard.server.monitor.MonitorStore.Kept;
import org.aboveboard.server.monitor.MonitorStore.Name;
import org.aboveboard.server.monitor.MonitorStore.Step;
import org.aboveboard.server.monitor.ShownStore.Which;
import org.aboveboard.server.monitor.ShownStore.Window;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.web.Trace;
import org.aboveboard.server.web.When;
import org.jboss.logging.Logger;

/// What recommending does to what is learnt next: figures of each day and surface, which describe;
/// and three alarms, when what is suggested is suddenly acted on more or less, when the model leans
/// on one account, and when an item leans on few.
public final class Loops {
  static final String KIND = "loop";

  private static final Logger LOG = Logger.getLogger(Loops.class);

  /// The chance of a false alarm at one look, as is usual for this detector.
  private static final double DELTA = 0.002;

  private static final String DETECTOR = "adwin " + DELTA;
  private static final String ACTED = "acted";
  private static final Period STANDS = Period.ofDays(7);
  private static final Period REPEATS = Period.ofDays(30);
  private static final Period WEEK = Period.ofDays(7);
  private static final int AT_FIRST = 8;

  /// From which share of its own fit on a model leans on an account.
  private static final double LEANS = 0.5;

  /// Of fewer people everybody weighs much.
  private static final int MANY = 100;

  private final MonitorStore monitors;
  private final LoopStore store;
  private final Readings readings;
  private final Declaration declaration;
  private final Catalogue catalogue;
  private final Learn learn;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Pushed pushed;

  /// What is known between two days.
  ///
  /// @param cut the day on which what is acted on last changed
  record State(Adwin.State adwin, Optional<LocalDate> cut, double before, double after) {}

  public Loops(
      Pools pools,
      Declaration declaration,
      Catalogue catalogue,
      Learn learn,
      Seen seen,
      Alarms alarms,
      InstantSource clock) {
    this.monitors = new MonitorStore(pools);
    this.store = new LoopStore(pools);
    this.readings =
        new Readings(new ShownStore(pools, seen, clock), catalogue, Sorting.ofNothing(), clock);
    this.declaration = declaration;
    this.catalogue = catalogue;
    this.learn = learn;
    this.alarms = alarms;
    this.clock = clock;
    this.pushed = new Pushed(learn, catalogue, clock);
  }

  /// Measures the days that are over, and raises and ends alarms.
  public synchronized void tick() {
    InForce inForce = declaration.now();
    List<Cause> causes = new ArrayList<>();
    for (Surface surface : personal(inForce)) {
      try {
        follow(inForce, surface);
      } catch (RuntimeException e) {
        // the others go on, and the next minute tries again
        LOG.error("The figures of " + surface.id() + " failed. " + Trace.of(e));
      }
      kept(surface).flatMap(kept -> cause(surface, state(kept))).ifPresent(causes::add);
    }
    leaning().ifPresent(causes::add);
    causes.addAll(pushed.causes());
    alarms.settle(causes, Set.of(KIND));
  }

  static List<Surface> personal(InForce inForce) {
    return inForce.policy().surfaces().stream()
        .filter(surface -> !surface.purposes().isEmpty())
        .toList();
  }

  private static Name name(Surface surface) {
    return new Name(KIND + ":" + surface.id(), DETECTOR);
  }

  private Optional<Kept> kept(Surface surface) {
    return monitors.find(name(surface).monitor());
  }

  private static State state(Kept kept) {
    return Memory.read(kept.state(), State.class);
  }

  private void follow(InForce inForce, Surface surface) {
    LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    if (kept(surface).isEmpty()) {
      State begin = new State(Adwin.of(DELTA).state(), Optional.empty(), 0, 0);
      monitors.begin(
          name(surface), today.toEpochDay() - AT_FIRST, Memory.write(begin), clock.instant());
    }
    Optional<Kept> kept = kept(surface);
    while (kept.isPresent() && kept.get().closed() + 2 < today.toEpochDay()) {
      kept = close(inForce, surface, kept.get()) ? kept(surface) : Optional.empty();
    }
  }

  /// What was read of a day.
  private record Read(Day figures, List<Double> acted) {}

  private boolean close(InForce inForce, Surface surface, Kept kept) {
    LocalDate day = LocalDate.ofEpochDay(kept.closed() + 1);
    Optional<Read> read = readings.within(inForce, asking -> read(asking, surface, day));
    if (read.isEmpty()) {
      return false;
    }
    store.add(read.get().figures().lines());
    Instant now = clock.instant();
    State before = state(kept);
    State after = after(before, day, read.get().acted());
    Step step =
        new Step(
            kept.name(),
            day.toEpochDay(),
            day,
            Memory.write(after),
            new Course.Closed(List.of(), turned(before, after)));
    return monitors.close(step, now);
  }

  private Read read(Readings.Asking asking, Surface surface, LocalDate day) {
    Window today = window(surface, day, day.plusDays(1), Which.PERSONAL);
    List<List<Integer>> now = asking.lists(today);
    List<List<Integer>> holdout =
        asking.lists(window(surface, day, day.plusDays(1), Which.HOLDOUT));
    List<List<Integer>> unasked = asking.unasked(today);
    boolean isShown = !now.isEmpty() || !holdout.isEmpty() || !unasked.isEmpty();
    LoopFigures figures =
        LoopFigures.of(catalogue.items(), isShown ? asking.used(surface, day) : Map.of());
    List<Double> acted = acted(asking.byPerson(today));
    Day all =
        new Day(surface.id(), day, figures)
            .lists("personal", now)
            .lists("holdout", holdout)
            .lists("unasked", unasked)
            .drift(asking.lists(window(surface, day.minus(WEEK), day, Which.PERSONAL)), now)
            .repetition(
                asking.byPerson(
                    window(surface, day.minus(REPEATS), day.plusDays(1), Which.PERSONAL)))
            .caused(asking.caused(surface, day))
            .noes(asking.noes())
            .acted(acted);
    return new Read(all, acted);
  }

  private static Window window(Surface surface, LocalDate from, LocalDate to, Which which) {
    return new Window(surface, from, to, Period.ofDays(1), true, which);
  }

  private static List<Double> acted(Map<Long, List<Shown>> byPerson) {
    return byPerson.values().stream()
        .map(own -> own.stream().filter(Shown::acted).count() / (double) own.size())
        .toList();
  }

  /// Feeds the day to the detector. An alarm stands for a week, so that it is seen, and longer
  /// where it changes again.
  private static State after(State before, LocalDate day, List<Double> acted) {
    Adwin adwin = Adwin.of(before.adwin());
    List<Adwin.Cut> cuts = new ArrayList<>();
    for (double value : acted) {
      adwin.see(value).ifPresent(cuts::add);
    }
    if (!cuts.isEmpty()) {
      Adwin.Cut last = cuts.getLast();
      return new State(adwin.state(), Optional.of(day), last.before(), last.after());
    }
    return new State(
        adwin.state(),
        before.cut().filter(cut -> day.isBefore(cut.plus(STANDS))),
        before.before(),
        before.after());
  }

  private static List<Turned> turned(State before, State after) {
    if (before.cut().isPresent() == after.cut().isPresent()) {
      return List.of();
    }
    return List.of(
        new Turned(
            ACTED,
            after.cut().isPresent() ? new Turn.Raised(Lane.By.DETECTOR) : new Turn.Cleared()));
  }

  private static Optional<Cause> cause(Surface surface, State state) {
    return state
        .cut()
        .map(day ->
            new Cause(
                KIND + ":" + surface.id() + ":" + ACTED,
                "What “"
                    + surface.label().plain()
                    + "” suggests is suddenly acted on "
                    + (state.after() < state.before() ? "less" : "more")
                    + ": "
                    + percent(state.after())
                    + " of lists since about "
                    + When.day(day)
                    + ", before that "
                    + percent(state.before())
                    + ". First: look at what changed in the catalogue, in the model and in what"
                    + " comes in"));
  }

  static String percent(double share) {
    return Math.round(share * 1_000) / 10.0 + " %";
  }

  private Optional<Cause> leaning() {
    return Optional.of(learn)
        .filter(model -> model.progress().subjects() >= MANY)
        .flatMap(model -> model.leaning(Leans.FEW))
        .filter(leaning -> leaning.share() >= LEANS)
        .map(leaning ->
            new Cause(
                KIND + ":model:leaning",
                "The model leans on one account, which acted on only "
                    + leaning.items()
                    + " items: "
                    + percent(leaning.share())
                    + " of how it fits them comes of that account. First: look whether these items"
                    + " are pushed"));
  }

  /// What was found of each surface, in words.
  List<Fairness.Loop> said() {
    LocalDate since =
        clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minus(Period.ofDays(60));
    return personal(declaration.now()).stream()
        .map(surface ->
            new Fairness.Loop(
                surface.id(),
                surface.label().plain(),
                new LoopWords(store.since(surface.id(), since)).sentences()))
        .toList();
  }
}
