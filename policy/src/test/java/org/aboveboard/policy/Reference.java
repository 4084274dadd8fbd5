package org.aboveboard.policy;

import static org.aboveboard.policy.Choice.Kind.GIVEN;
import static org.aboveboard.policy.Choice.Kind.PAUSED;
import static org.aboveboard.policy.Choice.Kind.REFUSED;
import static org.aboveboard.policy.Choice.Kind.RESUMED;
import static org.aboveboard.policy.Choice.Kind.WITHDRAWN;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The slow and obvious reading of the rules: no masks, no folding, the whole history each time.
///
/// It shares no code with [Rule], [Stance] and [Standing], so that the two can disagree.
record Reference(Policy policy) {

  /// The reason of a denial, or nothing where the use is allowed.
  Optional<Reason> denial(Question question, List<Choice> said, Instant occurred, Instant now) {
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
    if (purpose.level() == Level.INVASIVE && !purpose.approved()) {
      return Optional.of(Reason.INVASIVE_NOT_APPROVED);
    }
    return switch (purpose.basis()) {
      case CONTRACT, LEGAL_OBLIGATION -> Optional.empty();
      case LEGITIMATE_INTEREST -> objection(question, said);
      case CONSENT ->
          objection(question, said).or(() -> missingConsent(question, said, occurred, now));
    };
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

  private Optional<Reason> objection(Question question, List<Choice> said) {
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
    var yes = standingYes(said, purpose.id());
    var refusedNow = question.optOuts().refused().contains(purpose.id());
    if (refusedNow && yes.isPresent()) {
      return Optional.of(Reason.CONFLICT);
    }
    var gpcCounts =
        purpose.basis() == Basis.CONSENT
            || purpose.level().isProfiling()
            || question.use() == Use.DISCLOSE;
    var gpc = question.optOuts().gpc() && !yes.map(Choice::inSightOfGpc).orElse(false);
    return gpcCounts && (refusedNow || gpc) ? Optional.of(Reason.SIGNAL) : Optional.empty();
  }

  private static Optional<Reason> missingConsent(
      Question question, List<Choice> said, Instant occurred, Instant now) {
    var found = standingYes(said, question.purpose().id());
    if (found.isEmpty()) {
      return Optional.of(Reason.NEVER_ASKED);
    }
    var yes = found.get();
    var isBorrowed = yes.evidence() == Evidence.DEMONSTRATION;
    if (isBorrowed && !question.demonstration()) {
      return Optional.of(Reason.NOT_A_DEMONSTRATION);
    }
    if (yes.at().isAfter(now)) {
      return Optional.of(Reason.NOT_YET);
    }
    var end = yes.at().atOffset(ZoneOffset.UTC).plus(question.purpose().consentLasts()).toInstant();
    if (!end.isAfter(now) || yes.until().map(until -> !until.isAfter(now)).orElse(false)) {
      return Optional.of(Reason.EXPIRED);
    }
    if (!yes.purposeDigest().equals(question.purpose().digest())) {
      return Optional.of(Reason.PURPOSE_CHANGED);
    }
    return occurred.isBefore(yes.at()) && !isBorrowed
        ? Optional.of(Reason.OLDER_THAN_CONSENT)
        : Optional.empty();
  }

  /// Every no since the last yes that was later than all of them and at least as well founded.
  private static List<Choice> standingNoes(List<Choice> said, String purpose) {
    var noes = new ArrayList<Choice>();
    for (var choice : said) {
      if (choice.purpose().equals(purpose)) {
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
  private static Optional<Choice> standingYes(List<Choice> said, String purpose) {
    Optional<Choice> best = Optional.empty();
    for (var i = 0; i < said.size(); i++) {
      var choice = said.get(i);
      if (!choice.purpose().equals(purpose)) {
        continue;
      }
      if (choice.kind() == WITHDRAWN || choice.kind() == REFUSED) {
        best = Optional.empty();
      } else if (choice.kind() == GIVEN
          && standingNoes(said.subList(0, i + 1), purpose).isEmpty()) {
        if (best.isEmpty()
            || (choice.evidence().compareTo(best.get().evidence()) >= 0
                && !choice.at().isBefore(best.get().at()))) {
          best = Optional.of(choice);
        }
      }
    }
    return best;
  }

  private static boolean isPaused(List<Choice> said, String purpose) {
    var pauses = new ArrayList<Choice>();
    for (var choice : said) {
      if (choice.purpose().equals(purpose)) {
        if (choice.kind() == PAUSED) {
          pauses.add(choice);
        } else if (choice.kind() == RESUMED && pauses.stream().allMatch(p -> lifts(choice, p))) {
          pauses.clear();
        }
      }
    }
    return !pauses.isEmpty();
  }

  private static boolean lifts(Choice choice, Choice no) {
    return choice.at().isAfter(no.at()) && choice.evidence().compareTo(no.evidence()) >= 0;
  }
}
