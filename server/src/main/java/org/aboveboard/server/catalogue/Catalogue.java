package org.aboveboard.server.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.aboveboard.server.sql.Together;

/// The catalogue in memory: read by every answer, so it is one immutable picture that is replaced.
public final class Catalogue {
  /// Rows written by another node's transaction can be a little older than what we saw.
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private static final int MOST = 10_000;

  private final ItemStore store;
  private final InstantSource clock;
  private final Together<Instant, Instant> forgetting = new Together<>(MOST, this::forgetMentioned);
  private volatile Picture picture = Picture.EMPTY;

  public Catalogue(ItemStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    refresh();
  }

  /// Puts items; every answer that begins after this returns knows them.
  public void put(List<ItemPut> items) {
    store.put(items);
    refresh();
  }

  /// The numbers of these item ids; ids that are new get one.
  public Map<String, Integer> numbers(Collection<String> ids) {
    List<String> missing = ids.stream().filter(id -> find(id).isEmpty()).distinct().toList();
    if (!missing.isEmpty()) {
      store.mention(missing);
      refresh();
    }
    Map<String, Integer> numbers = new HashMap<>();
    ids.forEach(id -> find(id).ifPresent(item -> numbers.put(id, item.number())));
    return numbers;
  }

  /// The item with this id; where only events name it, under what stands for its id.
  public Optional<Item> find(String id) {
    Picture now = picture;
    return now.find(id).or(() -> now.find(store.mentioned(id)));
  }

  public Optional<Item> find(int number) {
    return picture.find(number);
  }

  public int size() {
    return picture.byId.size();
  }

  /// All items by number.
  public List<Item> items() {
    return picture.byNumber.stream().flatMap(Optional::stream).toList();
  }

  /// Every category that some item is in, in order.
  public List<String> categories() {
    return picture.categories;
  }

  /// Forgets items that were only ever mentioned in events that are gone.
  public void forgetMentioned() {
    forgetting.ask(clock.instant());
  }

  /// Once for all who ask at the same time.
  private synchronized List<Instant> forgetMentioned(List<Instant> asked) {
    picture = picture.without(store.forgetMentioned());
    return asked;
  }

  /// Reads what changed, here or on another node.
  public synchronized void refresh() {
    Instant now = clock.instant();
    picture = picture.with(store.since(picture.asOf.minus(OVERLAP)), now);
  }

  /// @param byNumber at place n the item with number n: read for every candidate of every answer
  private record Picture(
      Map<String, Item> byId,
      List<Optional<Item>> byNumber,
      List<String> categories,
      Instant asOf) {
    static final Picture EMPTY =
        new Picture(Map.of(), List.of(), List.of(), Instant.EPOCH.plus(OVERLAP));

    Optional<Item> find(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    Optional<Item> find(int number) {
      return number >= 0 && number < byNumber.size() ? byNumber.get(number) : Optional.empty();
    }

    Picture with(List<Item> read, Instant now) {
      List<Item> changed = read.stream().filter(item -> !item.equals(byId.get(item.id()))).toList();
      if (changed.isEmpty()) {
        return new Picture(byId, byNumber, categories, now);
      }
      Map<String, Item> ids = new HashMap<>(byId);
      // what only events named may have got its own id meanwhile
      changed.forEach(item -> find(item.number()).ifPresent(before -> ids.remove(before.id())));
      changed.forEach(item -> ids.put(item.id(), item));
      return of(ids, now);
    }

    Picture without(List<String> gone) {
      if (gone.isEmpty()) {
        return this;
      }
      Map<String, Item> ids = new HashMap<>(byId);
      gone.forEach(ids::remove);
      return of(ids, asOf);
    }

    private static Picture of(Map<String, Item> ids, Instant now) {
      int most = ids.values().stream().mapToInt(Item::number).max().orElse(0);
      List<Optional<Item>> numbers =
          new ArrayList<>(Collections.nCopies(most + 1, Optional.empty()));
      var all = new TreeSet<String>();
      for (Item item : ids.values()) {
        numbers.set(item.number(), Optional.of(item));
        all.addAll(item.categories());
      }
      return new Picture(ids, List.copyOf(numbers), List.copyOf(all), now);
    }
  }
}
