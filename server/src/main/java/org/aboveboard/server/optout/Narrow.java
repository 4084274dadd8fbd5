package org.aboveboard.server.optout;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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

  /// The carriers that say no to a purpose; none can end what was ordered or what the law demands.
  private static Set<Carrier> refusing(
      Policy policy, Sent sent, List<Question> questions, Purpose purpose) {
    Set<Carrier> refusing = EnumSet.noneOf(Carrier.class);
    if (!purpose.canBeEnded()) {
      return refusing;
    }
    if (refuses(sent.preferences(), purpose)) {
      refusing.add(Carrier.PREFERENCES);
    }
    if (lacks(sent.tcf(), purpose)) {
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
    return names(purpose).anyMatch(preferences::refuses);
  }

  /// A no to an interest is the objection to it, and not that consent is missing.
  private static boolean lacks(Tcf tcf, Purpose purpose) {
    Set<Integer> needed = purpose.aliases().tcf();
    return purpose.isAsked() ? tcf.lacksConsent(needed) : tcf.lacksInterest(needed);
  }

  /// Those of the names, in small letters, that no purpose of the policy has.
  public static List<String> unknown(Policy policy, Set<String> named) {
    Set<String> known = folded(policy.purposes().stream());
    return named.stream().filter(name -> !known.contains(name)).sorted().toList();
  }

  /// Those of the names, in small letters, that only purposes have which nobody can end.
  public static List<String> owed(Policy policy, Set<String> named) {
    Set<String> owed = folded(policy.purposes().stream().filter(one -> !one.canBeEnded()));
    owed.removeAll(folded(policy.purposes().stream().filter(Purpose::canBeEnded)));
    return named.stream().filter(owed::contains).sorted().toList();
  }

  private static Set<String> folded(Stream<Purpose> purposes) {
    return purposes
        .flatMap(Narrow::names)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
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
        || names(purpose).anyMatch(adpc::objectsTo)
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
      case FURTHER_USES -> true;
    };
  }

  private static boolean isMarketing(Purpose purpose) {
    return purpose.aliases().fideslang().stream()
        .anyMatch(key -> key.equals(MARKETING) || key.startsWith(MARKETING + "."));
  }
}
