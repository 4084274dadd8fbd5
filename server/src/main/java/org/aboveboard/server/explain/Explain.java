package org.aboveboard.server.explain;

import static java.util.stream.Collectors.joining;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.models.Row;
import org.aboveboard.models.Snapshot;
import org.aboveboard.models.Trial;
import org.aboveboard.models.WhatIf;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.collect.EventStore;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.correct.Corrections;
import org.aboveboard.server.correct.Whose;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.explain.Explanation.Alternative;
import org.aboveboard.server.explain.Explanation.Part;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.recommend.Own;
import org.aboveboard.server.recommend.Pick;
import org.aboveboard.server.recommend.RecordStore;
import org.aboveboard.server.recommend.Recorded;
import org.aboveboard.server.recommend.Sentences;
import org.aboveboard.server.recommend.Term;

/// From the record of an answer and the same numbers: the sentence, the sum, what would change it.
public final class Explain {
  private static final int MOST_ALTERNATIVES = 5;

  private final Deciding deciding;
  private final EventStore events;
  private final RecordStore records;
  private final Catalogue catalogue;
  private final Learn learn;
  private final Corrections corrections;
  private final Sentences sentences;
  private final InstantSource clock;

  public Explain(
      Deciding deciding,
      EventStore events,
      RecordStore records,
      Catalogue catalogue,
      Learn learn,
      Corrections corrections,
      Sentences sentences,
      InstantSource clock) {
    this.deciding = deciding;
    this.events = events;
    this.records = records;
    this.catalogue = catalogue;
    this.learn = learn;
    this.corrections = corrections;
    this.sentences = sentences;
    this.clock = clock;
  }

  /// Why an item of an answer was shown to this person; nothing where there is no such answer,
  /// where it was somebody else's, or where its record went with a withdrawal.
  public Optional<Explanation> why(Optional<String> viewer, String recommId, String itemId) {
    Optional<Item> item = catalogue.find(itemId);
    Optional<Explanation> own = item.flatMap(i -> viewer.flatMap(name -> own(name, recommId, i)));
    return own.isPresent()
        ? own
        : item.flatMap(i ->
            records
                .anonymous(recommId)
                .map(RecordStore.Unnamed::record)
                .flatMap(record ->
                    pick(record, i).map(pick -> explanation(i, record, pick, List.of()))));
  }

  /// A key for each purpose that may explain something to this person.
  private record Keys(InForce inForce, Optional<Known> who, List<Grant> grants) {}

  private Optional<Explanation> own(String name, String recommId, Item item) {
    Keys keys = deciding.about(List.of(name), said -> keys(said, said.of(name)));
    return keys.grants().stream()
        .flatMap(grant ->
            keys.who().stream().flatMap(who -> own(keys.inForce(), grant, who, recommId, item)))
        .findFirst();
  }

  private Stream<Explanation> own(
      InForce inForce, Grant grant, Known who, String recommId, Item item) {
    return records.find(grant, who.subject(), recommId).stream()
        .flatMap(record -> explained(inForce, grant, who, record, item).stream());
  }

  private Keys keys(Said said, Optional<Known> who) {
    List<Grant> grants = new ArrayList<>();
    for (var purpose : said.inForce().policy().purposes()) {
      Decision decision =
          said.decide(
              who,
              purpose,
              Use.EXPLAIN,
              Optional.empty(),
              said.circumstances(OptOuts.none(), false),
              clock.instant());
      switch (decision) {
        case Decision.Allow(Grant grant, _) -> grants.add(grant);
        case Decision.Deny _ -> {}
      }
    }
    return new Keys(said.inForce(), who, grants);
  }

  private Optional<Explanation> explained(
      InForce inForce, Grant grant, Known who, Recorded record, Item item) {
    Row row = Own.of(events.acts(grant, Use.EXPLAIN, inForce), inForce).row();
    return pick(record, item)
        .map(pick ->
            explanation(
                item,
                record,
                pick,
                alternatives(pick, changes(inForce, grant, who, row, record, pick))));
  }

  private static Optional<Pick> pick(Recorded record, Item item) {
    return record.picks().stream().filter(pick -> pick.item() == item.number()).findFirst();
  }

  private Explanation explanation(
      Item item, Recorded record, Pick pick, List<Alternative> alternatives) {
    return new Explanation(
        item,
        record,
        pick.score(),
        sentences.of(pick),
        parts(pick),
        pick.adjustments().stream()
            .map(some -> new Part(sentences.adjustment(some), "", some.value()))
            .toList(),
        alternatives,
        record.modelVersion() != learn.snapshot().version());
  }

  /// Named actions, largest first; what few people bear out is one part without a name.
  private List<Part> parts(Pick pick) {
    List<Part> parts = new ArrayList<>();
    double other = 0;
    int folded = 0;
    for (Term term : pick.terms()) {
      Optional<Part> named = sentences.isBorneOut(pick, term) ? named(term) : Optional.empty();
      if (named.isPresent()) {
        parts.add(named.get());
      } else {
        other += term.value();
        folded++;
      }
    }
    parts.sort(Comparator.comparingDouble((Part part) -> Math.abs(part.value())).reversed());
    if (folded > 0) {
      parts.add(new Part("Other things you did (" + folded + ")", "", other));
    }
    return parts;
  }

  private Optional<Part> named(Term term) {
    return catalogue
        .find(term.item())
        .flatMap(item ->
            sentences.act(term).map(words -> new Part(capital(words), item.id(), term.value())));
  }

  private List<Alternative> alternatives(Pick pick, List<WhatIf.Change> changes) {
    return changes.stream()
        .filter(change -> change.without().stream().allMatch(item -> isNamed(pick, item)))
        .limit(MOST_ALTERNATIVES)
        .map(this::alternative)
        .toList();
  }

  /// What would take the item out of the list as it would be made now. What chance put there, no
  /// act of one's own would have kept away.
  private List<WhatIf.Change> changes(
      InForce inForce, Grant grant, Known who, Row row, Recorded record, Pick pick) {
    Snapshot snapshot = learn.snapshot();
    int n = record.picks().size();
    Optional<Surface> surface = inForce.policy().surface(record.surface());
    if (surface.isEmpty() || pick.isByChance()) {
      return List.of();
    }
    int pool = corrections.pool(surface.get(), n);
    return !corrections.reorders(surface.get())
        ? WhatIf.of(snapshot, row, pick.item(), n, item -> allowed(row, item))
        : new Trial(
                one ->
                    corrections.order(
                        inForce.policy(),
                        surface.get(),
                        new Whose(who.subject().number(), grant.purpose().id(), one),
                        snapshot.recommend(one, pool, item -> allowed(row, item)),
                        n),
                n)
            .of(row, pick.item());
  }

  /// What too few people bear out is named nowhere, so not here either.
  private boolean isNamed(Pick pick, int item) {
    return pick.terms().stream()
        .filter(term -> term.item() == item)
        .anyMatch(term -> sentences.isBorneOut(pick, term));
  }

  private boolean allowed(Row row, int item) {
    return !row.has(item) && catalogue.find(item).filter(Item::available).isPresent();
  }

  private Alternative alternative(WhatIf.Change change) {
    return new Alternative(
        change.without().stream().flatMap(n -> catalogue.find(n).map(Item::id).stream()).toList(),
        change.without().stream().map(n -> "“" + title(n) + "”").collect(joining(" and ")),
        change.rankBefore(),
        change.rankAfter(),
        title(change.instead()));
  }

  private String title(int number) {
    return catalogue
        .find(number)
        .filter(item -> !item.isMentioned())
        .map(Item::title)
        .orElse("an item that has gone");
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
