package org.aboveboard.server.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Use;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// The one way to a single answer: one member of staff asks and types why, another agrees, and then
/// whoever asked reads it once, within the hour. Its person sees all of it.
public final class Looks {
  /// For how long an agreement lets the answer be read.
  static final Duration OPEN = Duration.ofHours(1);

  /// For how long somebody can agree to what was asked for.
  static final Duration WAITS = Duration.ofDays(7);

  private static final int SHORTEST_REASON = 20;
  private static final int LONGEST_REASON = 1000;

  private final LookedStore store;
  private final SubjectStore subjects;
  private final Deciding deciding;
  private final Declaration declaration;
  private final Seen seen;
  private final InstantSource clock;

  public Looks(
      Pools pools,
      SubjectStore subjects,
      Deciding deciding,
      Declaration declaration,
      Seen seen,
      InstantSource clock) {
    this.store = new LookedStore(pools, subjects, clock);
    this.subjects = subjects;
    this.deciding = deciding;
    this.declaration = declaration;
    this.seen = seen;
    this.clock = clock;
  }

  /// A member of staff.
  public record Who(String person, String role) {
    /// Two keys of one person are one person.
    boolean isSame(Look.Stage stage) {
      return plain(person).equals(plain(stage.person()));
    }

    private static String plain(String name) {
      return name.strip().toLowerCase(Locale.ROOT);
    }
  }

  /// What came of a step.
  public sealed interface Step {
    /// It is written down, and its person can see it.
    record Taken(UUID look) implements Step {}

    /// The answer, for this once.
    ///
    /// @param answer the id of what was chosen; nothing if they have not answered, or no longer
    record Opened(Segment segment, Optional<String> answer) implements Step {}

    /// It is not allowed, and this is what to do.
    record Refused(String why, String cure) implements Step {}
  }

  /// Asks for somebody's answer; whether there is one, nobody learns before two have agreed.
  public Step ask(Who who, String name, Segment segment, String reason) {
    String why = reason.strip();
    if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
      return new Step.Refused(
          "A reason of " + why.length() + " letters is not taken.",
          "Say in "
              + SHORTEST_REASON
              + " to "
              + LONGEST_REASON
              + " letters what it is needed for.");
    }
    Optional<Subject> subject = subjects.find(name);
    if (subject.isEmpty()) {
      return new Step.Refused("Nobody is known by that id.", "Use the id that the shop sends.");
    }
    UUID look = UUID.randomUUID();
    short number = declaration.now().number(segment);
    LookedStore.Step step =
        new LookedStore.Step(look, subject.get(), name, segment.id(), number, why);
    return store.add(step, stage(who, Look.ASKED)) ? new Step.Taken(look) : gone();
  }

  /// Agrees to what another person asked for.
  public Step agree(Who who, UUID id) {
    Optional<Look> found = find(id);
    if (found.isEmpty() || found.get().agreed().isPresent()) {
      return new Step.Refused(
          "Nothing of that number waits for somebody to agree.", "Load the page again.");
    }
    if (who.isSame(found.get().asked())) {
      return new Step.Refused(
          "Whoever asked cannot agree as well.", "Let another person agree, with a key of theirs.");
    }
    return step(found.get())
        .filter(step -> store.add(step, stage(who, Look.AGREED)))
        .<Step>map(_ -> new Step.Taken(id))
        .orElseGet(Looks::gone);
  }

  /// Reads what was agreed to, once.
  public Step read(Who who, UUID id) {
    Optional<Look> found = find(id).filter(look -> isOpen(look, clock.instant()));
    if (found.isEmpty()) {
      return new Step.Refused(
          "It may not be read: nobody has agreed, the hour is over, or it was read already.",
          "Ask again, and let another person agree.");
    }
    if (!who.isSame(found.get().asked())) {
      return new Step.Refused("Only whoever asked reads it.", "Ask them, or ask for it yourself.");
    }
    return step(found.get()).map(step -> open(who, step)).orElseGet(Looks::gone);
  }

  /// Whether it can be read: agreed to within the hour, and not read yet.
  public static boolean isOpen(Look look, Instant now) {
    return look.read().isEmpty()
        && look.agreed().filter(agreed -> now.isBefore(agreed.at().plus(OPEN))).isPresent();
  }

  private Step open(Who who, LookedStore.Step step) {
    Segment segment = declaration.now().policy().segment(step.segment()).orElseThrow();
    Decision decision =
        deciding.about(List.of(step.name()), said -> decision(said, step.name(), segment));
    return switch (decision) {
      case Decision.Deny _ ->
          new Step.Refused(
              "Its person does not agree to it now.", "There is nothing that you may read.");
      case Decision.Allow(Grant grant, _) -> {
        seen.read(grant);
        yield store
            .read(grant, step, stage(who, Look.READ))
            .<Step>map(answer ->
                new Step.Opened(
                    segment, Optional.of(answer).filter(segment.answers()::containsKey)))
            .orElseGet(Looks::gone);
      }
    };
  }

  private Decision decision(Deciding.Said said, String name, Segment segment) {
    Optional<Known> who = said.of(name);
    return said.decide(
        who,
        said.inForce().policy().purpose(segment.purpose()).orElseThrow(),
        Use.AUDIT,
        Optional.empty(),
        said.circumstances(OptOuts.none(), false),
        clock.instant());
  }

  /// What waits for somebody, or was done lately, newest first.
  public List<Look> lately() {
    return store.since(upkeep(), declaration.now(), clock.instant().minus(WAITS)).reversed();
  }

  /// Who looked at somebody's answers, for their own eyes.
  public List<Look> at(Grant grant, Subject subject) {
    return store.of(grant, declaration.now(), subject);
  }

  private Optional<Look> find(UUID id) {
    return lately().stream().filter(look -> look.id().equals(id)).findFirst();
  }

  /// The next step of a look; nothing if its segment or its person is gone.
  private Optional<LookedStore.Step> step(Look look) {
    InForce inForce = declaration.now();
    return inForce
        .policy()
        .segment(look.segment())
        .flatMap(segment ->
            subjects
                .find(look.name())
                .filter(subject -> subject.number() == look.subject())
                .map(subject ->
                    new LookedStore.Step(
                        look.id(),
                        subject,
                        look.name(),
                        segment.id(),
                        inForce.number(segment),
                        look.reason())));
  }

  private static Step gone() {
    return new Step.Refused("There is no such person or question any more.", "Nothing is to do.");
  }

  private Look.Stage stage(Who who, String what) {
    return new Look.Stage(what, clock.instant(), who.person(), who.role());
  }

  @AuditedBypass(why = "who is to agree to a look must read whose answer is wanted, and why")
  private Grant upkeep() {
    return Grant.forUpkeep(declaration.now().policy(), clock.instant());
  }
}
