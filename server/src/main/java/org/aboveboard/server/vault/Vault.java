package org.aboveboard.server.vault;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.PopulationQuestion;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
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

/// What volunteers said of themselves, for one use: to see whom the lists serve how well.
///
/// Nothing is learnt from it and no list depends on it: only this room reads it, and what leaves is
/// sorted outcomes and counts. Whoever shows something made of them shows no group of fewer people
/// than [Segment#smallest], and the coverage beside it.
public final class Vault {
  private final VaultStore store;
  private final SubjectStore subjects;
  private final Deciding deciding;
  private final Declaration declaration;
  private final Seen seen;
  private final InstantSource clock;

  public Vault(
      Pools pools,
      SubjectStore subjects,
      Deciding deciding,
      Declaration declaration,
      Seen seen,
      InstantSource clock) {
    this.store = new VaultStore(pools, subjects, clock);
    this.subjects = subjects;
    this.deciding = deciding;
    this.declaration = declaration;
    this.seen = seen;
    this.clock = clock;
  }

  /// What became of an answer.
  public sealed interface Given {
    /// It is kept, under this index of the journal.
    record Kept(long index) implements Given {}

    /// It is not kept.
    record Withheld(Reason reason) implements Given {}
  }

  /// Keeps somebody's answer, if they agreed to it and nothing that was sent says no.
  public Given give(String name, Segment segment, String answer, OptOuts sent, boolean isMinor) {
    if (!segment.answers().containsKey(answer)) {
      throw new IllegalArgumentException("not an answer of " + segment.id());
    }
    Decided decided =
        deciding.about(List.of(name), said -> decided(said, name, segment, sent, isMinor));
    return switch (decided.decision()) {
      case Decision.Deny(Reason reason, _) -> new Given.Withheld(reason);
      case Decision.Allow(Grant grant, _) ->
          store
              .put(grant, decided.inForce(), decided.who().orElseThrow().subject(), segment, answer)
              .<Given>map(Given.Kept::new)
              .orElseGet(() -> new Given.Withheld(Reason.WITHDRAWN));
    };
  }

  private record Decided(InForce inForce, Optional<Known> who, Decision decision) {}

  private Decided decided(
      Deciding.Said said, String name, Segment segment, OptOuts sent, boolean isMinor) {
    Optional<Known> who = said.of(name);
    return new Decided(
        said.inForce(),
        who,
        said.decide(
            who,
            purpose(said.inForce().policy(), segment),
            Use.COLLECT,
            Optional.empty(),
            said.circumstances(sent, isMinor),
            clock.instant()));
  }

  /// Takes an answer back; how many rows are gone.
  public long takeBack(String name, Segment segment) {
    InForce inForce = declaration.now();
    return subjects
        .find(name)
        .map(subject -> store.remove(rights(subject), subject, inForce.number(segment)))
        .orElse(0L);
  }

  /// Everything somebody said of themselves.
  public List<Volunteered> held(Grant grant, Subject subject) {
    return store.held(grant, declaration.now(), subject);
  }

  /// Sorts outcomes by what their people answered who agreed to just what the grant is for.
  public Sorted sort(Grant grant, Segment segment, List<Outcome> outcomes) {
    return sort(answers(declaration.now(), grant, segment), outcomes);
  }

  /// Sorts outcomes by what their people answered, each under what they agreed to.
  public Sorted sort(Segment segment, List<Outcome> outcomes) {
    return sort(answers(segment), outcomes);
  }

  /// How many people answered what, whoever agreed; every answer is there, with 0 where nobody did.
  Map<String, Long> counts(Segment segment) {
    Map<String, Long> counts = new HashMap<>();
    segment.answers().keySet().forEach(answer -> counts.put(answer, 0L));
    answers(segment).values().forEach(answer -> counts.merge(answer, 1L, Long::sum));
    return counts;
  }

  /// How many people are known here at all.
  long people() {
    return store.people();
  }

  private Map<Long, String> answers(Segment segment) {
    InForce inForce = declaration.now();
    long index = store.last();
    Purpose purpose = purpose(inForce.policy(), segment);
    Map<Long, String> answers = new HashMap<>();
    for (String agreed : inForce.policy().agreements(purpose)) {
      grant(inForce.policy(), new PopulationQuestion(purpose, agreed, Use.AUDIT, index))
          .ifPresent(grant -> answers.putAll(answers(inForce, grant, segment)));
    }
    return answers;
  }

  private Map<Long, String> answers(InForce inForce, Grant grant, Segment segment) {
    seen.read(grant);
    return store.answers(grant, inForce, segment);
  }

  private Optional<Grant> grant(Policy policy, PopulationQuestion question) {
    return switch (policy.decide(question, clock.instant())) {
      case Decision.Allow(Grant grant, _) -> Optional.of(grant);
      case Decision.Deny _ -> Optional.empty();
    };
  }

  private static Sorted sort(Map<Long, String> answers, List<Outcome> outcomes) {
    Map<Long, Long> persons = persons(answers.keySet());
    Set<Long> people = new HashSet<>();
    Set<Long> answered = new HashSet<>();
    List<Sorted.Told> told = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      people.add(outcome.subject());
      Optional.ofNullable(answers.get(outcome.subject()))
          .ifPresent(answer -> {
            answered.add(outcome.subject());
            long person = persons.getOrDefault(outcome.subject(), 0L);
            told.add(new Sorted.Told(person, answer, outcome.value()));
          });
    }
    return new Sorted(told, new Sorted.Coverage(answered.size(), people.size()));
  }

  /// A number for each, drawn anew, so that it leads from one sorting to no other.
  private static Map<Long, Long> persons(Set<Long> subjects) {
    List<Long> numbers =
        new ArrayList<>(LongStream.rangeClosed(1, subjects.size()).boxed().toList());
    Collections.shuffle(numbers, new SecureRandom());
    Iterator<Long> next = numbers.iterator();
    Map<Long, Long> persons = new HashMap<>();
    subjects.forEach(subject -> persons.put(subject, next.next()));
    return persons;
  }

  private static Purpose purpose(Policy policy, Segment segment) {
    return policy.purpose(segment.purpose()).orElseThrow();
  }

  @AuditedBypass(why = "a person may take back what they said whatever they agree to")
  private Grant rights(Subject subject) {
    return Grant.forRights(subject.number(), declaration.now().policy(), clock.instant());
  }
}
