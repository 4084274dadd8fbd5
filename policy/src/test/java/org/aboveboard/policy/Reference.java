package org.aboveboard.policy;

import static org.aboveboard.policy.Choice.Kind.GIVEN;
import static org.aboveboard.policy.Choice.Kind.KEPT;
import static org.aboveboard.policy.Choice.Kind.PAUSED;
import static org.aboveboard.policy.Choice.Kind.REFUSED;
import static org.aboveboard.policy.Choice.Kind.RESUMED;
import static org.aboveboard.policy.Choice.Kind.WITHDRAWN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The slow and obvious reading of the rules: no masks, no folding, the whole history each time,
/// and earlier versions of the policy as whole policies.
///
/// It shares no code with [Rule], [Scope], [Meaning], [Clearance], [Stance] and [Standing], so that
/// the two can disagree.
record Reference(Policy policy, List<Policy> earlier) {

  /// The reason of a denial, or nothing where the use is allowed.
  Optional<Reason> denial(
      Question question, List<Choice> said, Optional<Rule.Occurred> occurred, Instant now) {
    var purpose = question.purpose();
    if (!policy.purposes().contains(purpose)) {
      return Optional.of(Reason.UNKNOWN_PURPOSE);
    }
    if (!purpose.uses().contains(question.use())) {
      return Optional.of(Reason.USE_NOT_DECLARED);
    }
    if (!isSurfaceFine(question)) {
      return Optional.of(Reason.SURFACE_NOT_DECLARED);
    }
    if (isForbidden(question, occurred)) {
      return Optional.of(Reason.PROHIBITED);
    }
    var unclear =
        purpose.level() == Level.INVASIVE ? unclear(purpose, now) : Optional.<Reason>empty();
    if (unclear.isPresent()) {
      return unclear;
    }
    if (!question.circumstances().leased()) {
      return Optional.of(Reason.NO_LEASE);
    }
    return switch (purpose.basis()) {
      case CONTRACT, LEGAL_OBLIGATION -> Optional.empty();
      case LEGITIMATE_INTEREST -> objection(question, said, occurred);
      case CONSENT ->
          objection(question, said, occurred)
              .or(() -> missingConsent(question, said, occurred, now));
    };
  }

  /// The signals an allowance lets through.
  Set<String> signals(Question question, List<Choice> said) {
    var left = new HashSet<String>();
    for (var signal : question.purpose().signals()) {
      if (isLet(question, signal)
          && (question.purpose().basis() != Basis.CONSENT
              || (agreed(question, said).signals().contains(signal)
                  && !isSwitchedOff(said, Choice.signal(signal))))) {
        left.add(signal);
      }
    }
    return left;
  }

  private boolean isLet(Question question, String signal) {
    var surface = question.surface().flatMap(policy::surface).flatMap(Surface::signals);
    if (question.use() == Use.SERVE && surface.isPresent() && !surface.get().contains(signal)) {
      return false;
    }
    for (var event : policy.events()) {
      if (event.signal().equals(Optional.of(signal))
          && isForbidden(event.category(), question.purpose(), question.use())) {
        return false;
      }
    }
    var models =
        policy.declared().models().stream()
            .filter(model -> model.purposes().contains(question.purpose().id()))
            .toList();
    return question.use() == Use.COLLECT
        || models.isEmpty()
        || models.stream().anyMatch(model -> goesInto(model, signal));
  }

  private boolean goesInto(Model model, String signal) {
    for (var event : policy.events()) {
      if (event.signal().equals(Optional.of(signal))
          && model.prohibited().stream().anyMatch(wide -> isPart(event.category(), wide))) {
        return false;
      }
    }
    return model.inputs().contains(signal);
  }

  private boolean isSurfaceFine(Question question) {
    if (question.surface().isPresent()) {
      return policy
          .surface(question.surface().get())
          .map(surface -> surface.purposes().contains(question.purpose().id()))
          .orElse(false);
    }
    return question.use() != Use.SERVE || question.purpose().level() == Level.NONE;
  }

  private boolean isForbidden(Question question, Optional<Rule.Occurred> occurred) {
    for (var need : question.purpose().data()) {
      if (need.necessity() == Necessity.REQUIRED
          && isForbidden(need.category(), question.purpose(), question.use())) {
        return true;
      }
    }
    return occurred.isPresent()
        && isForbidden(occurred.get().event().category(), question.purpose(), question.use());
  }

  private boolean isForbidden(String category, Purpose purpose, Use use) {
    for (var no : policy.declared().prohibitions()) {
      if (no.uses().contains(use)
          && (no.purposes().isEmpty() || no.purposes().contains(purpose.id()))
          && no.categories().stream().anyMatch(wide -> isPart(category, wide))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPart(String category, String wide) {
    return category.equals(wide)
        || policy
            .category(category)
            .flatMap(Category::parent)
            .map(parent -> isPart(parent, wide))
            .orElse(false);
  }

  private Optional<Reason> unclear(Purpose purpose, Instant now) {
    var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    for (var assessment : policy.declared().assessments()) {
      if (Optional.of(assessment.id()).equals(purpose.assessment())
          && assessment.outcome() == Assessment.Outcome.ACCEPTABLE
          && purpose.digest().equals(assessment.of().get(purpose.id()))
          && !assessment.until().isBefore(today)) {
        return unapproved(purpose, today);
      }
    }
    return Optional.of(Reason.NOT_ASSESSED);
  }

  private Optional<Reason> unapproved(Purpose purpose, LocalDate today) {
    for (var role : policy.declared().approvers()) {
      if (policy.approvals().stream()
          .noneMatch(approval ->
              approval.purpose().equals(purpose.id())
                  && approval.role().equals(role)
                  && approval.policy().equals(policy.digest())
                  && !approval.until().isBefore(today)
                  && policy.declared().people().stream().anyMatch(approval::isSignedBy))) {
        return Optional.of(Reason.NOT_APPROVED);
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> objection(
      Question question, List<Choice> said, Optional<Rule.Occurred> occurred) {
    var purpose = question.purpose();
    var noes = standingNoes(said, purpose.id());
    if (noes.stream().anyMatch(no -> no.kind() == WITHDRAWN)) {
      return Optional.of(Reason.WITHDRAWN);
    }
    if (!noes.isEmpty()) {
      return Optional.of(Reason.REFUSED);
    }
    if (isPaused(said, purpose.id()) || isPaused(said, Choice.EVERYTHING)) {
      return Optional.of(Reason.PAUSED);
    }
    var signal = occurred.flatMap(one -> one.event().signal());
    if (question.surface().map(id -> isSwitchedOff(said, Choice.surface(id))).orElse(false)
        || signal.map(id -> isSwitchedOff(said, Choice.signal(id))).orElse(false)) {
      return Optional.of(Reason.SWITCHED_OFF);
    }
    var optOuts = question.circumstances().optOuts();
    var yes = standingYes(said, purpose.id());
    var refusedNow = optOuts.refused().contains(purpose.id());
    if (refusedNow && yes.isPresent()) {
      return Optional.of(Reason.CONFLICT);
    }
    var isHeard =
        purpose.basis() == Basis.CONSENT
            || purpose.level().isProfiling()
            || question.use() == Use.DISCLOSE;
    var isGuarded =
        purpose.minors() == Minors.GUARDIAN && yes.map(Choice::byGuardian).orElse(false);
    if (isHeard && question.circumstances().minor() && !isGuarded) {
      return Optional.of(Reason.MINOR);
    }
    var gpc = isHeard && optOuts.gpc() && !yes.map(Choice::inSightOfGpc).orElse(false);
    return refusedNow || gpc ? Optional.of(Reason.SIGNAL) : Optional.empty();
  }

  private Optional<Reason> missingConsent(
      Question question, List<Choice> said, Optional<Rule.Occurred> occurred, Instant now) {
    var found = standingYes(said, question.purpose().id());
    if (found.isEmpty()) {
      return Optional.of(Reason.NEVER_ASKED);
    }
    var yes = found.get();
    var isBorrowed = yes.evidence() == Evidence.DEMONSTRATION;
    if (isBorrowed && !question.circumstances().demonstration()) {
      return Optional.of(Reason.NOT_A_DEMONSTRATION);
    }
    if (yes.at().isAfter(now)) {
      return Optional.of(Reason.NOT_YET);
    }
    var end = yes.at().atOffset(ZoneOffset.UTC).plus(question.purpose().consentLasts()).toInstant();
    if (!end.isAfter(now) || yes.until().map(until -> !until.isAfter(now)).orElse(false)) {
      return Optional.of(Reason.EXPIRED);
    }
    if (!isAgreed(question, said, occurred)) {
      return Optional.of(Reason.PURPOSE_CHANGED);
    }
    return occurred.isPresent()
            && occurred.get().at().isBefore(yes.at())
            && !isBorrowed
            && !wasAgreed(question.purpose(), said, yes, occurred.get().at())
        ? Optional.of(Reason.OLDER_THAN_CONSENT)
        : Optional.empty();
  }

  /// Whether a yes to the same held at that time, and no no was said after it or outweighs it.
  private static boolean wasAgreed(Purpose purpose, List<Choice> said, Choice now, Instant at) {
    for (var i = 0; i < said.size(); i++) {
      var then = said.get(i);
      if (!then.about().equals(purpose.id())
          || then.kind() != GIVEN
          || then.evidence() == Evidence.DEMONSTRATION
          || !then.meaning().equals(now.meaning())) {
        continue;
      }
      var ended = false;
      for (var j = 0; j < said.size(); j++) {
        var no = said.get(j);
        if (no.about().equals(purpose.id()) && (no.kind() == WITHDRAWN || no.kind() == REFUSED)) {
          ended |= j > i || !lifts(then, no);
        }
      }
      var lasts = then.at().atOffset(ZoneOffset.UTC).plus(purpose.consentLasts()).toInstant();
      var hasRunOut =
          !at.isBefore(lasts) || then.until().map(until -> !at.isBefore(until)).orElse(false);
      if (!ended && !at.isBefore(then.at()) && !hasRunOut) {
        return true;
      }
    }
    return false;
  }

  /// Whether the purpose as it was when it was agreed to did this too.
  private boolean isAgreed(Question question, List<Choice> said, Optional<Rule.Occurred> occurred) {
    var version = version(question, said);
    if (version.isEmpty()) {
      return false;
    }
    var then = version.get().purpose(question.purpose().id()).orElseThrow();
    var surface = question.surface().flatMap(version.get()::surface);
    return then.basis() == Basis.CONSENT
        && question.purpose().level().compareTo(then.level()) <= 0
        && then.uses().contains(question.use())
        && (question.surface().isEmpty()
            || surface.map(one -> one.purposes().contains(then.id())).orElse(false))
        && (occurred.isEmpty() || didToo(version.get(), then, occurred.get().event()));
  }

  private static boolean didToo(Policy version, Purpose then, EventType event) {
    return version.events().stream()
        .filter(before -> before.id().equals(event.id()) && before.purposes().contains(then.id()))
        .anyMatch(before ->
            before.type().equals(event.type())
                && before.names().equals(event.names())
                && before.item().equals(event.item())
                && before.signal().equals(event.signal())
                && before.category().equals(event.category()));
  }

  private Purpose agreed(Question question, List<Choice> said) {
    return version(question, said)
        .flatMap(version -> version.purpose(question.purpose().id()))
        .orElseThrow();
  }

  /// The version of the policy whose purpose the standing yes agreed to.
  private Optional<Policy> version(Question question, List<Choice> said) {
    var id = question.purpose().id();
    var meaning = standingYes(said, id).map(Choice::meaning).orElse("");
    var all = new ArrayList<>(List.of(policy));
    all.addAll(earlier);
    return all.stream()
        .filter(one -> one.purpose(id).map(p -> p.digest().equals(meaning)).orElse(false))
        .findFirst();
  }

  private static boolean isSwitchedOff(List<Choice> said, String part) {
    return !standingNoes(said, part).isEmpty() || isPaused(said, part);
  }

  /// Every no since the last yes that was later than all of them and at least as well founded.
  private static List<Choice> standingNoes(List<Choice> said, String about) {
    var noes = new ArrayList<Choice>();
    for (var choice : said) {
      if (choice.about().equals(about)) {
        if (choice.kind() == WITHDRAWN || choice.kind() == REFUSED) {
          noes.add(choice);
        } else if (choice.kind() == GIVEN && noes.stream().allMatch(no -> lifts(choice, no))) {
          noes.clear();
        }
      }
    }
    return noes;
  }

  /// The latest, best founded yes since the last no, if no no stands.
  private static Optional<Choice> standingYes(List<Choice> said, String about) {
    Optional<Choice> best = Optional.empty();
    for (var i = 0; i < said.size(); i++) {
      var choice = said.get(i);
      if (!choice.about().equals(about)) {
        continue;
      }
      if (choice.kind() == WITHDRAWN || choice.kind() == REFUSED) {
        best = Optional.empty();
      } else if (choice.kind() == GIVEN && standingNoes(said.subList(0, i + 1), about).isEmpty()) {
        if (best.isEmpty()
            || (choice.evidence().compareTo(best.get().evidence()) >= 0
                && !choice.at().isBefore(best.get().at()))) {
          best = Optional.of(choice);
        }
      }
    }
    return best;
  }

  private static boolean isPaused(List<Choice> said, String about) {
    var pauses = new ArrayList<Choice>();
    for (var choice : said) {
      if (choice.about().equals(about)) {
        if (choice.kind() == PAUSED) {
          pauses.add(choice);
        } else if (choice.kind() == RESUMED && pauses.stream().allMatch(p -> lifts(choice, p))) {
          pauses.clear();
        }
      }
    }
    return !pauses.isEmpty();
  }

  /// How many days what was done is kept, by what the purpose says now and said then, and by what
  /// the subject wants.
  long daysKept(Question question, List<Choice> said, Instant now) {
    var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    var ends = new ArrayList<LocalDate>();
    ends.add(today.plus(question.purpose().retention().events()));
    if (question.purpose().basis() == Basis.CONSENT) {
      ends.add(today.plus(agreed(question, said).retention().events()));
      said.stream()
          .filter(choice -> choice.kind() == KEPT)
          .filter(choice -> choice.about().equals(question.purpose().id()))
          .reduce((_, last) -> last)
          .ifPresent(choice -> ends.add(today.plus(choice.keep().orElseThrow())));
    }
    return ends.stream()
        .mapToLong(day -> day.toEpochDay() - today.toEpochDay())
        .min()
        .orElseThrow();
  }

  private static boolean lifts(Choice choice, Choice no) {
    return choice.at().isAfter(no.at()) && choice.evidence().compareTo(no.evidence()) >= 0;
  }
}
