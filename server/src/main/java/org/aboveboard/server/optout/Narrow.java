package org.aboveboard.server.optout;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Use;

/// Tells decisions what was sent: which purposes it says no to. It never says yes.
///
/// Where a carrier speaks of something wider than one purpose, every purpose it could mean is
/// refused.
public final class Narrow {
  private static final String DIRECT_MARKETING = "direct-marketing";
  private static final String MARKETING = "marketing";

  private final Asked asked;

  public Narrow(Asked asked) {
    this.asked = asked;
  }

  /// What was sent, as decisions hear it.
  public OptOuts optOuts(Policy policy, Sent sent) {
    OptOuts optOuts = OptOuts.of(sent.gpc());
    if (sent.equals(Sent.NOTHING)) {
      return optOuts;
    }
    List<Question> questions = questions(sent);
    for (Purpose purpose : policy.purposes()) {
      if (!refusing(policy, sent, questions, purpose).isEmpty()) {
        optOuts = optOuts.andNoTo(purpose.id());
      }
    }
    return optOuts;
  }

  /// The carriers that say no to a purpose somebody said yes to.
  ///
  /// @param inSightOfGpc whether the yes was given in sight of Global Privacy Control, and so holds
  public Set<Carrier> against(Policy policy, Sent sent, Purpose purpose, boolean inSightOfGpc) {
    Set<Carrier> against = refusing(policy, sent, questions(sent), purpose);
    if (sent.gpc() && !inSightOfGpc) {
      against.add(sent.heard().contains(Carrier.GPC) ? Carrier.GPC : Carrier.GPP);
    }
    return against;
  }

  private List<Question> questions(Sent sent) {
    return sent.heard().contains(Carrier.ADPC) ? asked.questions() : List.of();
  }

  private static Set<Carrier> refusing(
      Policy policy, Sent sent, List<Question> questions, Purpose purpose) {
    Set<Carrier> refusing = EnumSet.noneOf(Carrier.class);
    if (refuses(sent.preferences(), purpose)) {
      refusing.add(Carrier.PREFERENCES);
    }
    if (sent.tcf().lacksAny(purpose.aliases().tcf())) {
      refusing.add(sent.heard().contains(Carrier.TCF) ? Carrier.TCF : Carrier.GPP);
    }
    if (refuses(sent.adpc(), questions, purpose)) {
      refusing.add(Carrier.ADPC);
    }
    if (sent.optOuts().stream().anyMatch(optOut -> covers(policy, optOut, purpose))) {
      refusing.add(Carrier.GPP);
    }
    return refusing;
  }

  private static boolean refuses(Preferences preferences, Purpose purpose) {
    return (preferences.refusesAll() && purpose.isAsked())
        || names(purpose)
            .anyMatch(name -> preferences.allowed().containsKey(name) && preferences.refuses(name));
  }

  private static Stream<String> names(Purpose purpose) {
    return Stream.of(
            Set.of(purpose.id()),
            purpose.aliases().names(),
            Set.copyOf(purpose.aliases().fideslang()))
        .flatMap(Set::stream);
  }

  private static boolean refuses(Adpc adpc, List<Question> questions, Purpose purpose) {
    return (adpc.objectsTo(DIRECT_MARKETING) && isMarketing(purpose))
        || (adpc.objectsTo(Adpc.ALL) && !isOwed(purpose))
        || questions.stream()
            .filter(question -> question.purpose().equals(purpose.id()))
            .anyMatch(adpc::withdraws);
  }

  private static boolean covers(Policy policy, OptOut optOut, Purpose purpose) {
    return switch (optOut) {
      case SALE, SHARING ->
          !purpose.recipients().isEmpty() || purpose.uses().contains(Use.DISCLOSE);
      case TARGETED_ADVERTISING -> isMarketing(purpose);
      case SENSITIVE_DATA ->
          purpose.data().stream()
              .flatMap(need -> policy.category(need.category()).stream())
              .anyMatch(Category::isSensitive);
      case FURTHER_USES -> !isOwed(purpose);
    };
  }

  private static boolean isMarketing(Purpose purpose) {
    return purpose.aliases().fideslang().stream()
        .anyMatch(key -> key.equals(MARKETING) || key.startsWith(MARKETING + "."));
  }

  /// Whether it does what the person ordered or the law demands, so that nothing sent can end it.
  private static boolean isOwed(Purpose purpose) {
    return switch (purpose.basis()) {
      case CONTRACT, LEGAL_OBLIGATION -> true;
      case CONSENT, LEGITIMATE_INTEREST -> false;
    };
  }
}
