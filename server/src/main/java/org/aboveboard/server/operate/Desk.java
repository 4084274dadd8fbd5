package org.aboveboard.server.operate;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.server.alarm.Alarm;
import org.aboveboard.server.alarm.Alarms;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.collect.Collect;
import org.aboveboard.server.collect.Counts;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.learn.Learn.Progress;
import org.aboveboard.server.operate.OperateStore.LastRun;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.When;

/// What staff see first: what is wrong, what waits, what changed, and how the model stands.
@Singleton
final class Desk {
  private static final int FEWEST = 10;
  private static final Duration RETENTION_IS_LATE = Duration.ofHours(2);
  private static final Duration MODEL_IS_LATE = Duration.ofMinutes(2);

  private final OperateStore store;
  private final Learn learn;
  private final Collect collect;
  private final Catalogue catalogue;
  private final Declaration declaration;
  private final Alarms alarms;
  private final InstantSource clock;

  Desk(
      OperateStore store,
      Learn learn,
      Collect collect,
      Catalogue catalogue,
      Declaration declaration,
      Alarms alarms,
      InstantSource clock) {
    this.store = store;
    this.learn = learn;
    this.collect = collect;
    this.catalogue = catalogue;
    this.declaration = declaration;
    this.alarms = alarms;
    this.clock = clock;
  }

  Today today(Frame frame, Staff.Signed who) {
    Instant now = clock.instant();
    Map<String, Long> erasures = store.erasures();
    Map<String, Long> entries = store.entriesSince(now.truncatedTo(ChronoUnit.DAYS));
    Optional<LastRun> retention = store.lastRun();
    Progress model = learn.progress();
    return new Today(
        frame,
        who.person(),
        who.role(),
        When.exact(now),
        wrong(now, erasures, retention, model),
        waits(),
        changed(entries),
        model(model),
        counts(entries, store.answersSince(now.truncatedTo(ChronoUnit.DAYS)), erasures, retention));
  }

  private List<Line> wrong(
      Instant now, Map<String, Long> erasures, Optional<LastRun> retention, Progress model) {
    List<Line> wrong = new ArrayList<>();
    alarms.open().forEach(alarm -> wrong.add(line(alarm)));
    if (count(erasures, "failed") > 0) {
      wrong.add(alarm("Erasures failed: " + count(erasures, "failed") + ". See the log", "now"));
    }
    if (retention.filter(run -> run.at().plus(RETENTION_IS_LATE).isAfter(now)).isEmpty()) {
      wrong.add(
          alarm(
              "Retention is late: what has run out may still be here",
              retention.map(run -> "last ran " + When.moment(run.at())).orElse("never ran yet")));
    }
    if (!model.isReady() || isLate(model, now)) {
      wrong.add(alarm("The model is behind by " + model.pending() + " entries", "now"));
    }
    return wrong;
  }

  private static Line line(Alarm alarm) {
    return new Line(
        State.alarm(word(alarm)),
        alarm.what(),
        "since " + When.moment(alarm.raised()),
        Optional.of(next(alarm)));
  }

  private static String word(Alarm alarm) {
    return switch (alarm.kind()) {
      case "ledger", "loop" -> "Wrong";
      case "monitor" -> "Promise broken";
      case "release" -> "Not served";
      default -> "Not declared";
    };
  }

  private static Link next(Alarm alarm) {
    return switch (alarm.kind()) {
      case "ledger" -> new Link("See the ledger", "/ledger");
      case "release" -> new Link("See what it lacks", "/transparency");
      case "monitor", "loop" -> new Link("See what was found", "/transparency/fairness");
      default -> new Link("See the map", "/operate/map");
    };
  }

  private static boolean isLate(Progress model, Instant now) {
    return model.pending() > 0 && model.at().plus(MODEL_IS_LATE).isBefore(now);
  }

  private static Line alarm(String what, String when) {
    return new Line(State.alarm("Wrong"), what, when, Optional.empty());
  }

  private List<Line> waits() {
    Policy policy = declaration.now().policy();
    return policy.purposes().stream()
        .flatMap(purpose ->
            policy.closed(purpose, clock.instant()).map(why -> waits(purpose, why)).stream())
        .toList();
  }

  private static Line waits(Purpose purpose, Reason why) {
    String lacks = why == Reason.NOT_ASSESSED ? "valid assessment" : "signed approval";
    return new Line(
        State.watch("Waits"),
        "“" + purpose.label().plain() + "” has no " + lacks + ", so it is off for all",
        "",
        Optional.of(new Link("Read it", "/transparency")));
  }

  private static List<Line> changed(Map<String, Long> entries) {
    List<Line> changed = new ArrayList<>();
    change(entries, Kind.POLICY, "Policy versions that came into force").ifPresent(changed::add);
    change(entries, Kind.CONSENT, "Choices recorded").ifPresent(changed::add);
    change(entries, Kind.SET_ASIDE, "Imported rows set aside").ifPresent(changed::add);
    change(entries, Kind.WITHDRAWAL_DONE, "Times data went with a no").ifPresent(changed::add);
    change(entries, Kind.FORGOTTEN, "Times one thing was forgotten").ifPresent(changed::add);
    change(entries, Kind.ERASURE_DONE, "People erased").ifPresent(changed::add);
    return changed;
  }

  private static Optional<Line> change(Map<String, Long> entries, Kind kind, String words) {
    long count = count(entries, kind.word());
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Line(State.well("Done"), words + ": " + number(count), "today", Optional.empty()));
  }

  private List<Fact> model(Progress model) {
    return List.of(
        new Fact("Version", number(Math.max(0, model.index()))),
        new Fact("Items in it", number(learn.snapshot().items())),
        new Fact("Items in the shop", number(catalogue.size())),
        new Fact("People who agreed", few(model.subjects())),
        new Fact("Behind by", number(model.pending()) + " entries"),
        new Fact("Published", model.isReady() ? When.moment(model.at()) : "not yet"),
        new Fact("Took", model.took().toMillis() + " ms"));
  }

  /// Groups smaller than this are not shown.
  private static String few(long people) {
    return people > 0 && people < FEWEST ? "fewer than " + FEWEST : number(people);
  }

  private List<Fact> counts(
      Map<String, Long> entries,
      long answers,
      Map<String, Long> erasures,
      Optional<LastRun> retention) {
    Counts since = collect.counts();
    return List.of(
        new Fact("Events kept today", number(count(entries, Kind.EVENT.word()))),
        new Fact("Answers today", number(answers)),
        new Fact("Withheld since the start", number(since.withheld())),
        new Fact("Refused since the start", number(since.refused())),
        new Fact("Erasures under way", number(count(erasures, "running"))),
        new Fact("Erasures done", number(count(erasures, "done"))),
        new Fact(
            "Retention last ran",
            retention
                .map(run -> When.moment(run.at()) + ", " + number(run.rows()) + " rows")
                .orElse("never")));
  }

  private static long count(Map<String, Long> counts, String of) {
    return counts.getOrDefault(of, 0L);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
