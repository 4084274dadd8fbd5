package org.aboveboard.server.recommend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.aboveboard.models.Scored;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Snapshot;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Fallback;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Question;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Use;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.collect.EventStore;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.learn.Learn;

/// The one hot path: subject and surface → decision → level → items with their terms → record.
///
/// Where no purpose of the surface may serve, or nothing is known, the surface's declared fallback
/// answers, and it names nobody.
public final class Recommend {
  private static final String NO_ARM = "none";

  private final Declaration declaration;
  private final ConsentStore consents;
  private final EventStore events;
  private final Catalogue catalogue;
  private final Learn learn;
  private final RecordStore records;
  private final Settings settings;
  private final InstantSource clock;

  public Recommend(
      Declaration declaration,
      ConsentStore consents,
      EventStore events,
      Catalogue catalogue,
      Learn learn,
      RecordStore records,
      Settings settings,
      InstantSource clock) {
    this.declaration = declaration;
    this.consents = consents;
    this.events = events;
    this.catalogue = catalogue;
    this.learn = learn;
    this.records = records;
    this.settings = settings;
    this.clock = clock;
  }

  public Answer answer(Wish wish) {
    Optional<Known> known = wish.subject().flatMap(consents::known);
    Optional<Answer.Denied> denied = Optional.empty();
    for (String id : wish.surface().purposes()) {
      Purpose purpose = declaration.policy().purpose(id).orElseThrow();
      switch (decide(wish, purpose, known)) {
        case Decision.Allow(Grant grant, _) -> {
          Optional<Answer> personal = known.flatMap(who -> personal(wish, grant, who));
          if (personal.isPresent()) {
            return personal.get();
          }
        }
        case Decision.Deny deny -> {
          if (denied.isEmpty() && purpose.isOn()) {
            denied = Optional.of(new Answer.Denied(id, deny));
          }
        }
      }
    }
    return fallback(wish, denied);
  }

  private Decision decide(Wish wish, Purpose purpose, Optional<Known> known) {
    Question question =
        new Question(
            known.map(who -> who.subject().number()).orElse(0L),
            purpose,
            Use.SERVE,
            Optional.of(wish.surface().id()),
            wish.optOuts(),
            declaration.isDemonstration());
    Standing standing = known.map(Known::standing).orElse(Standing.silent());
    return declaration.policy().decide(question, standing, clock.instant());
  }

  /// A personal answer, unless nothing the model knows has been done yet.
  private Optional<Answer> personal(Wish wish, Grant grant, Known who) {
    Own own = Own.of(events.acts(grant, Use.SERVE), declaration);
    Snapshot snapshot = learn.snapshot();
    if (!own.isKnownTo(snapshot)) {
      return Optional.empty();
    }
    IntPredicate allowed = filter(wish).and(item -> !own.row().has(item));
    List<Pick> picks =
        snapshot.recommend(own.row(), wish.n(), allowed).stream()
            .map(scored -> own.pick(snapshot, scored.item()))
            .toList();
    Recorded record =
        record(wish, grant.purpose().level(), snapshot.version(), grant.consentIndex(), picks);
    return switch (records.add(record, wish.surface(), who.subject(), grant)) {
      case Placed.At _ -> Optional.of(new Answer(record, Optional.empty()));
      // erased while we were answering: the fallback names nobody
      case Placed.Repeated _, Placed.Stale _ -> Optional.empty();
    };
  }

  private Answer fallback(Wish wish, Optional<Answer.Denied> denied) {
    Snapshot snapshot = learn.snapshot();
    Optional<Item> context = wish.context().flatMap(catalogue::find);
    List<Pick> picks =
        context
            .map(item -> near(snapshot, item, wish))
            .filter(near -> !near.isEmpty())
            .orElseGet(() -> unasked(wish));
    boolean isContext =
        !picks.isEmpty()
            && picks.getFirst().adjustments().getFirst().name().equals(Adjustment.CONTEXT);
    Recorded record =
        record(wish, isContext ? Level.CONTEXT : Level.NONE, snapshot.version(), 0, picks);
    records.add(record, wish.surface());
    return new Answer(record, denied);
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

  private Recorded record(Wish wish, Level level, long version, long index, List<Pick> picks) {
    return new Recorded(
        records.draw(),
        clock.instant(),
        wish.surface().id(),
        level,
        declaration.policy().digest(),
        version,
        index,
        settings.lambda(),
        settings.xi(),
        NO_ARM,
        1,
        picks);
  }
}
