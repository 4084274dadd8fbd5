package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.AtLeast;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Monitor.Watches;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.read.Kind;

/// What is demanded of who is compared with whom, and of the monitors that do.
final class OversightChecks {
  private static final String LEAST = "GDPR Art. 5(1)(c)";
  private static final int FEWEST = 10;
  private static final Set<Use> TO_COMPARE = Set.of(Use.COLLECT, Use.AUDIT);

  static final List<Check> ALL =
      List.of(
          new Check(
              warning("G-SEGMENT", "What volunteers are asked is compared by a monitor.", LEAST),
              OversightChecks::idle),
          new Check(
              error("G-ANSWERS", "What volunteers answer may be kept and compared.", LEAST),
              OversightChecks::unfilled),
          new Check(
              warning(
                  "G-SMALLEST",
                  "No figure is told of fewer than ten people.",
                  "WP29 Opinion 05/2014"),
              OversightChecks::small),
          new Check(
              warning(
                  "G-GROUPS",
                  "Groups of providers are watched, or have a least share.",
                  "GDPR Art. 5(2)"),
              OversightChecks::unwatched),
          new Check(
              error(
                  "G-WATCHED",
                  "A monitor watches a place whose lists are personal and may be checked.",
                  "GDPR Art. 5(2)"),
              OversightChecks::unseen),
          new Check(
              error(
                  "G-CLOSES",
                  "What a monitor reads is still there when its time is up.",
                  "GDPR Art. 5(2)"),
              OversightChecks::late));

  private OversightChecks() {}

  private static List<Monitor> monitors(Inspection in) {
    return in.declared().oversight().monitors();
  }

  private static Stream<Remark> idle(Inspection in) {
    var watched = monitors(in).stream().map(Monitor::watches).collect(toUnmodifiableSet());
    return in.declared().oversight().segments().stream()
        .filter(segment -> !watched.contains(new Watches.OfSegment(segment.id())))
        .map(segment ->
            new Remark(
                in.place(Kind.SEGMENT, segment.id(), "question"),
                "People are asked this, and no monitor compares by it.",
                say("Add a monitor with 'watches: {segment: %s}', or do not ask.", segment.id())));
  }

  private static Stream<Remark> unfilled(Inspection in) {
    return in.declared().oversight().segments().stream()
        .filter(segment ->
            in.policy()
                .purpose(segment.purpose())
                .filter(purpose -> !purpose.uses().containsAll(TO_COMPARE))
                .isPresent())
        .map(segment ->
            new Remark(
                in.place(Kind.SEGMENT, segment.id(), "purpose"),
                say("'%s' may not keep an answer and compare by it.", segment.purpose()),
                say("Write 'uses: [collect, audit]' in purposes/%s.yaml.", segment.purpose())));
  }

  private static Stream<Remark> small(Inspection in) {
    return in.declared().oversight().segments().stream()
        .filter(segment -> segment.smallest() < FEWEST)
        .map(segment -> small(in, segment));
  }

  private static Remark small(Inspection in, Segment segment) {
    return new Remark(
        in.place(Kind.SEGMENT, segment.id(), "smallest"),
        say(
            "A figure of %d people is nearly one of each: whoever knows the others reads the last.",
            segment.smallest()),
        "Write 'smallest: 20', or why fewer will do under 'accepted'.");
  }

  private static Stream<Remark> unwatched(Inspection in) {
    var shared =
        in.declared().surfaces().stream()
            .flatMap(surface -> surface.showing().atLeast().stream())
            .map(AtLeast::groups);
    var watched = monitors(in).stream().map(Monitor::watches).filter(OversightChecks::isOfGroups);
    var used = Stream.concat(shared, watched.map(Watches::id)).collect(toUnmodifiableSet());
    return in.declared().oversight().groups().stream()
        .map(Groups::id)
        .filter(id -> !used.contains(id))
        .map(id ->
            new Remark(
                in.place(Kind.GROUPS, id, "attribute"),
                "Nobody watches how these groups are shown, and none has a least share.",
                say("Add a monitor with 'watches: {groups: %s}', or remove the file.", id)));
  }

  private static boolean isOfGroups(Watches watches) {
    return switch (watches) {
      case Watches.OfGroups _ -> true;
      case Watches.OfSegment _ -> false;
    };
  }

  private static Stream<Remark> unseen(Inspection in) {
    return monitors(in).stream()
        .filter(monitor -> measured(in, monitor).findAny().isEmpty())
        .map(monitor ->
            new Remark(
                in.place(Kind.MONITOR, monitor.id(), "surface"),
                say("No purpose of '%s' can be measured: it never alarms.", monitor.surface()),
                "Name a surface with a personal purpose, and give that the use 'audit'."));
  }

  /// The purposes whose lists it may look at.
  private static Stream<Purpose> measured(Inspection in, Monitor monitor) {
    return in.policy().surface(monitor.surface()).map(Surface::purposes).stream()
        .flatMap(List::stream)
        .flatMap(id -> in.policy().purpose(id).stream())
        .filter(purpose -> purpose.level().isProfiling() && purpose.uses().contains(Use.AUDIT));
  }

  private static Stream<Remark> late(Inspection in) {
    return monitors(in).stream().flatMap(monitor -> late(in, monitor).stream());
  }

  private static Optional<Remark> late(Inspection in, Monitor monitor) {
    var kept =
        measured(in, monitor).mapToLong(purpose -> days(purpose.retention().answers())).max();
    long needed = days(monitor.every()) + days(monitor.closes());
    return kept.isPresent() && kept.getAsLong() < needed
        ? Optional.of(
            new Remark(
                in.place(Kind.MONITOR, monitor.id(), "closes"),
                say(
                    "It reads lists after %d days, and they are gone after %d.",
                    needed, kept.getAsLong()),
                "Shorten 'every' or 'closes', or keep answers longer."))
        : Optional.empty();
  }

  private static long days(Period period) {
    return LocalDate.EPOCH.plus(period).toEpochDay();
  }
}
