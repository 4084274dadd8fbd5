package org.aboveboard.server.rights;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Personal;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.collect.EventStore;
import org.aboveboard.server.collect.Held;
import org.aboveboard.server.collect.QuarantineStore;
import org.aboveboard.server.collect.Quarantined;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.ConsentStore.Decided;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.recommend.RecordStore;
import org.aboveboard.server.recommend.Recorded;
import org.aboveboard.server.rights.RightsStore.Consequence;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;
import org.aboveboard.server.vault.Look;
import org.aboveboard.server.vault.Volunteered;

/// What is held of a person, for that person.
public final class Access {
  private static final int MOST_RECORDS = 1000;

  private final SubjectStore subjects;
  private final EventStore events;
  private final QuarantineStore quarantine;
  private final Catalogue catalogue;
  private final ConsentStore consents;
  private final RecordStore records;
  private final RightsStore done;
  private final Volunteer volunteer;
  private final Declaration declaration;
  private final InstantSource clock;

  Access(
      SubjectStore subjects,
      EventStore events,
      QuarantineStore quarantine,
      Catalogue catalogue,
      ConsentStore consents,
      RecordStore records,
      RightsStore done,
      Volunteer volunteer,
      Declaration declaration,
      InstantSource clock) {
    this.subjects = subjects;
    this.events = events;
    this.quarantine = quarantine;
    this.catalogue = catalogue;
    this.consents = consents;
    this.records = records;
    this.done = done;
    this.volunteer = volunteer;
    this.declaration = declaration;
    this.clock = clock;
  }

  /// Everything that is held of a subject.
  @Personal
  public record Copy(
      List<HeldEvent> events,
      List<SetAside> setAside,
      List<Consent> consents,
      List<Shown> recommendations,
      List<Volunteered> volunteered,
      List<Looked> looks) {
    private static final Copy NOTHING =
        new Copy(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Copy {
      events = List.copyOf(events);
      setAside = List.copyOf(setAside);
      consents = List.copyOf(consents);
      recommendations = List.copyOf(recommendations);
      volunteered = List.copyOf(volunteered);
      looks = List.copyOf(looks);
    }

    /// Whether anything of it was brought from elsewhere, and so could be brought again.
    public boolean cameFromElsewhere() {
      return !setAside.isEmpty()
          || consents.stream().anyMatch(consent -> consent.method().equals("import"));
    }

    @Override
    public String toString() {
      return "Copy";
    }
  }

  /// One event, what it is held for, and until when as things stand now.
  @Personal
  public record HeldEvent(
      long index,
      String event,
      String item,
      String title,
      LocalDate day,
      LocalDate erasedOn,
      List<String> purposes,
      @JsonRawValue String content) {
    @Override
    public String toString() {
      return "HeldEvent";
    }
  }

  /// One imported row that is used for nothing, since it cannot show what it rests on.
  ///
  /// @param wantedFor what it would be used for if it could
  @Personal
  public record SetAside(
      long index,
      String event,
      String item,
      String title,
      LocalDate day,
      LocalDate erasedOn,
      String usedFor,
      List<String> wantedFor,
      @JsonRawValue String content) {
    private static final String NOTHING = "nothing";

    public SetAside {
      wantedFor = List.copyOf(wantedFor);
    }

    @Override
    public String toString() {
      return "SetAside";
    }
  }

  /// One decision, what surrounded it, and what was done because of it.
  ///
  /// @param visit whether a yes ends with the visit, at `until`
  /// @param carrier the signal that said no while a yes stood, where that is what is recorded
  @Personal
  public record Consent(
      long index,
      String about,
      String said,
      Instant at,
      Optional<Instant> until,
      boolean visit,
      Optional<Period> keep,
      Optional<String> carrier,
      String method,
      String surface,
      String promptDigest,
      String policyDigest,
      List<Done> consequences) {
    public Consent {
      consequences = List.copyOf(consequences);
    }

    @Override
    public String toString() {
      return "Consent";
    }
  }

  /// One thing that was done because of a decision.
  ///
  /// @param what `rows` or `answers` that were erased, or the `model` that forgot them
  public record Done(String what, long count, Instant at) {}

  /// One personal answer that was given.
  @Personal
  public record Shown(String recommId, Instant at, String surface, int items) {
    @Override
    public String toString() {
      return "Shown";
    }
  }

  /// Staff who looked at what a person said of themselves, or asked to.
  ///
  /// @param steps who asked, agreed and read, and when
  @Personal
  public record Looked(String segment, String reason, List<Look.Stage> steps) {
    public Looked {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "Looked";
    }
  }

  /// A copy of everything; empty for somebody who is not known.
  public Copy copy(String name) {
    return subjects.find(name).map(subject -> copy(name, subject)).orElse(Copy.NOTHING);
  }

  private Copy copy(String name, Subject subject) {
    InForce inForce = declaration.now();
    List<Consequence> consequences = done.consequences(grant(subject));
    List<Decided> decided = consents.history(grant(subject), subject);
    Ending ending =
        new Ending(inForce.policy(), Standing.of(decided.stream().map(Decided::choice).toList()));
    return new Copy(
        events.held(grant(subject), subject, inForce).stream()
            .map(held -> written(inForce, held, ending))
            .toList(),
        quarantine.held(grant(subject), subject).stream()
            .map(row -> written(inForce, row, ending))
            .toList(),
        decided.stream().map(one -> written(one, consequences)).toList(),
        records.latest(grant(subject), subject, MOST_RECORDS).stream()
            .map(Access::written)
            .toList(),
        volunteer.held(name),
        volunteer.looks(name).stream()
            .map(look -> new Looked(look.segment(), look.reason(), look.stages()))
            .toList());
  }

  private static HeldEvent written(InForce inForce, Held held, Ending ending) {
    return new HeldEvent(
        held.index(),
        held.event().map(EventType::id).orElse("no longer declared"),
        held.item().map(Item::id).orElse(""),
        held.item().map(Item::title).orElse(""),
        held.day(),
        ending.of(held),
        ids(inForce, held.purposes()),
        held.content());
  }

  private SetAside written(InForce inForce, Quarantined row, Ending ending) {
    return new SetAside(
        row.index(),
        row.event(),
        row.item(),
        catalogue.find(row.item()).map(Item::title).orElse(""),
        row.day(),
        ending.of(row),
        SetAside.NOTHING,
        ids(inForce, row.purposes()),
        row.content());
  }

  private static List<String> ids(InForce inForce, List<Integer> purposes) {
    return inForce.policy().purposes().stream()
        .filter(purpose -> purposes.contains(purpose.number()))
        .map(Purpose::id)
        .toList();
  }

  private static Consent written(Decided decided, List<Consequence> done) {
    Choice choice = decided.choice();
    return new Consent(
        choice.index(),
        choice.about(),
        choice.kind().name().toLowerCase(Locale.ROOT),
        choice.at(),
        choice.until(),
        choice.forVisit(),
        choice.keep(),
        choice.carrier(),
        decided.particulars().method(),
        decided.particulars().surface(),
        decided.particulars().promptDigest(),
        decided.particulars().policyDigest(),
        done.stream()
            .filter(one -> one.consent() == choice.index())
            .map(one -> new Done(one.what(), one.count(), one.at()))
            .toList());
  }

  private static Shown written(Recorded record) {
    return new Shown(record.recommId(), record.at(), record.surface(), record.picks().size());
  }

  @AuditedBypass(why = "a person may see what is held of them whatever they agreed to")
  private Grant grant(Subject subject) {
    return Grant.forRights(subject.number(), declaration.now().policy(), clock.instant());
  }
}
