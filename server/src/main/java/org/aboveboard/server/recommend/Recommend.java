package org.aboveboard.server.recommend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.aboveboard.models.Scored;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Snapshot;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Fallback;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Use;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.collect.EventStore;
import org.aboveboard.server.consent.Contradictions;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.correct.Corrections;
import org.aboveboard.server.correct.Made;
import org.aboveboard.server.correct.Whose;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.release.Releases;

/// The one hot path: subject and surface → decision → level → items with their terms → record.
///
/// Where no purpose of the surface may serve, or nothing is known, the surface's declared fallback
/// answers, and it names nobody.
public final class Recommend {
  private static final String NO_ARM = "none";
  private static final String HOLDOUT = "holdout";

  private final Deciding deciding;
  private final Narrow narrow;
  private final Contradictions contradictions;
  private final EventStore events;
  private final Catalogue catalogue;
  private final Learn learn;
  private final Releases releases;
  private final Corrections corrections;
  private final RecordStore records;
  private final Settings settings;
  private final InstantSource clock;

  public Recommend(
      Deciding deciding,
      Narrow narrow,
      Contradictions contradictions,
      EventStore events,
      Catalogue catalogue,
      Learn learn,
      Releases releases,
      Corrections corrections,
      RecordStore records,
      Settings settings,
      InstantSource clock) {
    this.deciding = deciding;
    this.narrow = narrow;
    this.contradictions = contradictions;
    this.events = events;
    this.catalogue = catalogue;
    this.learn = learn;
    this.releases = releases;
    this.corrections = corrections;
    this.records = records;
    this.settings = settings;
    this.clock = clock;
  }

  public Answer answer(Wish wish) {
    Verdict verdict = deciding.about(names(wish), said -> decide(wish, said));
    Answer answer = answer(wish, verdict);
    wish.subject()
        .ifPresent(name -> contradictions.note(verdict.said(), name, wish.sent(), How.SIGNAL));
    return answer;
  }

  private Answer answer(Wish wish, Verdict verdict) {
    for (Allowed allowed : verdict.allowed()) {
      if (Corrections.isHeldOut(wish.surface(), allowed.who().subject().number())) {
        return fallback(wish, verdict, HOLDOUT);
      }
      Optional<Answer> personal = personal(wish, allowed, verdict.inForce());
      if (personal.isPresent()) {
        return personal.get();
      }
    }
    return fallback(wish, verdict, NO_ARM);
  }

  private static List<String> names(Wish wish) {
    return wish.subject().map(List::of).orElse(List.of());
  }

  /// Somebody whose data may be used for the answer, and the key to it.
  private record Allowed(Grant grant, Known who) {}

  /// What was decided about a wish: the purposes that allow it in their order, and the first
  /// denial.
  private record Verdict(Said said, List<Allowed> allowed, Optional<Answer.Denied> denied) {
    InForce inForce() {
      return said.inForce();
    }
  }

  private Verdict decide(Wish wish, Said said) {
    InForce inForce = said.inForce();
    Optional<Known> known = wish.subject().flatMap(said::of);
    Circumstances circumstances =
        said.circumstances(narrow.optOuts(inForce.policy(), wish.sent()), wish.minor());
    Change change =
        new Change(
            inForce.policy(),
            known.map(Known::standing).orElse(Standing.silent()),
            circumstances,
            clock.instant());
    List<Allowed> allowed = new ArrayList<>();
    Optional<Answer.Denied> denied = Optional.empty();
    for (Purpose purpose : purposes(inForce, wish)) {
      Decision decision =
          said.decide(
              known,
              purpose,
              Use.SERVE,
              Optional.of(wish.surface().id()),
              circumstances,
              clock.instant());
      switch (decision) {
        case Decision.Allow(Grant grant, _) ->
            known.ifPresent(who -> allowed.add(new Allowed(grant, who)));
        case Decision.Deny deny -> {
          if (denied.isEmpty() && inForce.policy().closed(purpose, clock.instant()).isEmpty()) {
            Optional<String> where = change.of(wish.surface(), purpose, deny.reason());
            denied = Optional.of(new Answer.Denied(purpose.id(), deny, where));
          }
        }
      }
    }
    return new Verdict(said, allowed, denied);
  }

  /// The purposes of the surface as it is declared now, however it was when the wish was made.
  private static List<Purpose> purposes(InForce inForce, Wish wish) {
    return inForce.policy().surface(wish.surface().id()).stream()
        .flatMap(surface -> surface.purposes().stream())
        .flatMap(id -> inForce.policy().purpose(id).stream())
        .toList();
  }

  /// A personal answer, unless nothing the model knows has been done yet, or the model may not be
  /// served.
  private Optional<Answer> personal(Wish wish, Allowed allowed, InForce inForce) {
    Grant grant = allowed.grant();
    if (!releases.isOpen(inForce, grant.purpose().id())) {
      return Optional.empty();
    }
    Own own = Own.of(events.acts(grant, Use.SERVE, inForce), inForce);
    Snapshot snapshot = learn.snapshot();
    if (!own.isKnownTo(snapshot)) {
      return Optional.empty();
    }
    IntPredicate fit = filter(wish).and(item -> !own.row().has(item));
    Made made =
        corrections.list(
            inForce.policy(),
            wish.surface(),
            new Whose(allowed.who().subject().number(), grant.purpose().id(), own.row()),
            snapshot.recommend(own.row(), corrections.pool(wish.surface(), wish.n()), fit),
            wish.n());
    List<Pick> picks = made.lines().stream().map(line -> own.pick(snapshot, line)).toList();
    Recorded record =
        record(
            wish,
            inForce,
            grant.purpose().level(),
            snapshot.version(),
            grant.consentIndex(),
            made.arm(),
            made.propensity(),
            picks);
    return switch (records.add(
        record, inForce.number(wish.surface()), allowed.who().subject(), grant)) {
      case Placed.At _ -> Optional.of(new Answer(record, Optional.empty()));
      // erased while we were answering: the fallback names nobody
      case Placed.Repeated _, Placed.Stale _ -> Optional.empty();
    };
  }

  private Answer fallback(Wish wish, Verdict verdict, String arm) {
    Snapshot snapshot = learn.snapshot();
    Optional<Item> context =
        wish.context().filter(_ -> releases.isOpen(verdict.inForce())).flatMap(catalogue::find);
    List<Pick> picks =
        context
            .map(item -> near(snapshot, item, wish))
            .filter(near -> !near.isEmpty())
            .orElseGet(() -> unasked(wish));
    boolean isContext =
        !picks.isEmpty()
            && picks.getFirst().adjustments().getFirst().name().equals(Adjustment.CONTEXT);
    Recorded record =
        record(
            wish,
            verdict.inForce(),
            isContext ? Level.CONTEXT : Level.NONE,
            snapshot.version(),
            0,
            arm,
            1,
            arm.equals(HOLDOUT) ? picks.stream().map(Pick::heldOut).toList() : picks);
    records.add(record, verdict.inForce().number(wish.surface()));
    return new Answer(record, verdict.denied());
  }

  private List<Pick> near(Snapshot snapshot, Item context, Wish wish) {
    IntPredicate allowed = filter(wish).and(item -> item != context.number());
    return snapshot.neighbours(context.number(), wish.n(), allowed).stream()
        .filter(scored -> scored.score() > 0)
        .map(scored -> impersonal(Adjustment.CONTEXT, scored))
        .toList();
  }

  private List<Pick> unasked(Wish wish) {
    List<Pick> popular =
        wish.surface().fallback() == Fallback.EDITORIAL
            ? List.of()
            : learn.popular(wish.surface()).first(wish.n(), filter(wish)).stream()
                .map(scored -> impersonal(Adjustment.POPULAR, scored))
                .toList();
    return popular.isEmpty() ? editorial(wish) : popular;
  }

  /// The shop's own order: the newest first.
  private List<Pick> editorial(Wish wish) {
    IntPredicate allowed = filter(wish);
    return catalogue.items().stream()
        .filter(item -> allowed.test(item.number()))
        .sorted(
            Comparator.comparing((Item item) -> item.published().orElse(Instant.EPOCH))
                .reversed()
                .thenComparingInt(Item::number))
        .limit(wish.n())
        .map(item -> impersonal(Adjustment.EDITORIAL, new Scored(item.number(), 0)))
        .toList();
  }

  private static Pick impersonal(String why, Scored scored) {
    return Pick.of(scored.item(), List.of(), List.of(new Adjustment(why, scored.score())));
  }

  private IntPredicate filter(Wish wish) {
    Set<Integer> excluded = new HashSet<>();
    wish.exclude().forEach(id -> catalogue.find(id).ifPresent(i -> excluded.add(i.number())));
    return number ->
        !excluded.contains(number)
            && catalogue
                .find(number)
                .filter(Item::available)
                .filter(item -> wish.category().map(item::isIn).orElse(true))
                .isPresent();
  }

  private Recorded record(
      Wish wish,
      InForce inForce,
      Level level,
      long version,
      long index,
      String arm,
      double propensity,
      List<Pick> picks) {
    return new Recorded(
        records.draw(),
        clock.instant(),
        wish.surface().id(),
        level,
        inForce.policy().digest(),
        version,
        index,
        settings.lambda(),
        settings.xi(),
        arm,
        propensity,
        picks);
  }
}
