package org.aboveboard.server.seen;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.seen.Finding.About;
import org.aboveboard.server.seen.HoldingStore.Rows;

/// What is declared, held against what was seen.
///
/// @param undeclared what happens here and is not declared, what comes among it
/// @param dropped what came, was not declared so, and was dropped at the door
/// @param unseen what is declared and was not seen for a long time
public record Compared(List<Finding> undeclared, List<Sighting> dropped, List<Unseen> unseen) {
  /// How long something declared may be missed before it is listed.
  public static final Duration LONG = Duration.ofDays(90);

  /// How long after it was seen last something still goes on.
  static final Duration RECENT = Duration.ofMinutes(5);

  /// For how long nothing undeclared has come when that is over.
  static final Duration QUIET = Duration.ofDays(3);

  public Compared {
    undeclared = List.copyOf(undeclared);
    dropped = List.copyOf(dropped);
    unseen = List.copyOf(unseen);
  }

  static Compared of(Policy policy, Noticed noticed, Instant now) {
    List<Countable> declared = Countable.of(policy);
    List<Finding> undeclared = new ArrayList<>(stored(noticed.columns()));
    noticed.rows().ifPresent(rows -> undeclared.addAll(held(policy, rows)));
    undeclared.addAll(happening(declared, noticed, now));
    undeclared.addAll(elsewhere(noticed, now));
    came(noticed, now).ifPresent(undeclared::add);
    return new Compared(
        undeclared,
        noticed.sightings().values().stream()
            .filter(one -> one.kind().isDropped())
            .sorted(
                Comparator.comparingLong(Sighting::count).reversed().thenComparing(Sighting::name))
            .toList(),
        unseen(declared, noticed, now));
  }

  /// Tables and columns that nobody wrote down in [Holdings].
  private static List<Finding> stored(Map<String, Set<String>> columns) {
    List<Finding> found = new ArrayList<>();
    columns.forEach((table, names) -> {
      String shown = ForeignName.shown(table);
      Optional<Holdings.Table> known = Holdings.of(table);
      if (known.isEmpty()) {
        found.add(
            About.STORE.found(shown, "The database has a table that nobody declared: " + shown));
      } else {
        Set<String> more = new TreeSet<>(names);
        more.removeAll(known.get().names());
        more.stream()
            .map(name -> shown + "." + ForeignName.shown(name))
            .forEach(name ->
                found.add(
                    About.STORE.found(
                        name, "The database has a column that nobody declared: " + name)));
      }
    });
    return found;
  }

  /// Rows that are held for a purpose that does not want such an event, or is no more.
  private static List<Finding> held(Policy policy, Set<Rows> rows) {
    Set<String> declared =
        policy.events().stream()
            .flatMap(event ->
                policy.purposes().stream()
                    .filter(p -> wants(event, p))
                    .map(p -> event.id() + "/" + p.number()))
            .collect(toSet());
    return rows.stream()
        .filter(one -> !declared.contains(one.event() + "/" + one.purpose()))
        .sorted(Comparator.comparing(Rows::event).thenComparingInt(Rows::purpose))
        .map(one ->
            About.ROWS.found(
                one.event() + "/" + one.purpose(),
                "Rows of “"
                    + ForeignName.shown(one.event())
                    + "” are held for purpose no. "
                    + one.purpose()
                    + ", which the policy in force does not declare for them"))
        .toList();
  }

  private static boolean wants(EventType event, Purpose purpose) {
    return event.purposes().contains(purpose.id());
  }

  /// What was kept or read lately, after the version in force came, and is not declared in it.
  private static List<Finding> happening(List<Countable> declared, Noticed noticed, Instant now) {
    Set<Named> names =
        declared.stream().map(one -> new Named(one.kind(), one.name())).collect(toSet());
    return noticed.sightings().values().stream()
        .filter(one -> isCounted(one.kind()) && !names.contains(one.named()))
        .filter(one -> isRecent(one, now))
        // a request that began on the version before may finish on it
        .filter(one -> one.last().isAfter(noticed.inForce().plus(RECENT)))
        .sorted(Comparator.comparing(Sighting::name))
        .map(one ->
            About.FLOW.found(
                one.kind().word() + " " + one.name(),
                (one.kind() == Kind.READ
                        ? "Data is read as nobody declared: "
                        : "Data is kept as nobody declared: ")
                    + ForeignName.shown(one.name())))
        .toList();
  }

  private static boolean isCounted(Kind kind) {
    return switch (kind) {
      case FLOW, FIELD, READ -> true;
      case DROPPED_EVENT, DROPPED_FIELD, DROPPED_VALUE, EGRESS, BEGAN -> false;
    };
  }

  private static List<Finding> elsewhere(Noticed noticed, Instant now) {
    return noticed.sightings().values().stream()
        .filter(one -> one.kind() == Kind.EGRESS && isRecent(one, now))
        .sorted(Comparator.comparing(Sighting::name))
        .map(one ->
            About.EGRESS.found(
                one.name(),
                "This server is connected to a machine that nobody declared: " + one.name()))
        .toList();
  }

  private static Optional<Finding> came(Noticed noticed, Instant now) {
    return noticed.sightings().values().stream()
        .filter(one -> one.kind().isForeign() && !isOfTheKit(one))
        .filter(one -> one.last().plus(QUIET).isAfter(now))
        .findAny()
        .map(_ ->
            About.CAME.found(
                "undeclared",
                "Events or fields come that are not declared; they are dropped at the door"));
  }

  /// Whether it is of what event kits add to every message by themselves: listed, and no alarm.
  private static boolean isOfTheKit(Sighting one) {
    return one.kind() == Kind.DROPPED_FIELD && one.name().contains(": context.");
  }

  private static boolean isRecent(Sighting one, Instant now) {
    return one.last().plus(RECENT).isAfter(now);
  }

  private static List<Unseen> unseen(List<Countable> declared, Noticed noticed, Instant now) {
    Instant longAgo = now.minus(LONG);
    Map<Named, Unseen> unseen = new LinkedHashMap<>();
    for (Countable one : declared) {
      Optional<Instant> last = noticed.of(one.kind(), one.name()).map(Sighting::last);
      Instant since = since(one, noticed, now);
      if (one.awaited() && !last.orElse(since).isAfter(longAgo) && !since.isAfter(longAgo)) {
        unseen.put(
            new Named(one.kind(), one.name()),
            new Unseen(one.kind(), one.name(), last.isPresent(), last.orElse(since)));
      }
    }
    return List.copyOf(unseen.values());
  }

  /// Since when it could have been seen: it was declared as it is now, and something counted.
  private static Instant since(Countable one, Noticed noticed, Instant now) {
    Instant declared = Optional.ofNullable(noticed.since().get(one.purpose().digest())).orElse(now);
    Instant began = noticed.of(Kind.BEGAN, Kind.BEGAN.word()).map(Sighting::first).orElse(now);
    return declared.isAfter(began) ? declared : began;
  }
}
