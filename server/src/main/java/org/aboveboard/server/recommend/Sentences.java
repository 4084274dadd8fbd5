package org.aboveboard.server.recommend;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.fairness.correct.Rule;
import org.aboveboard.models.Snapshot;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.tell.Adjusted;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.correct.Rules;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;

/// One true sentence for a pick, made of the terms of its own sum.
public final class Sentences {
  /// A reason that fewer people than this bear out could give one of them away.
  public static final int FEWEST = 5;

  private static final int MOST = 2;

  /// What is done for no group of providers.
  private static final Map<String, Adjusted> FOR_NOBODY =
      Map.of(
          Rules.EXPLORATION,
          new Adjusted.Explored(),
          Rule.CALIBRATION.id(),
          new Adjusted.Calibrated(),
          Rule.DIVERSITY.id(),
          new Adjusted.Diverse(),
          Rule.POPULARITY.id(),
          new Adjusted.LessKnown());

  private final Declaration declaration;
  private final Catalogue catalogue;
  private final Learn learn;

  public Sentences(Declaration declaration, Catalogue catalogue, Learn learn) {
    this.declaration = declaration;
    this.catalogue = catalogue;
    this.learn = learn;
  }

  /// Why this pick.
  public String of(Pick pick) {
    if (pick.terms().isEmpty()) {
      return impersonal(pick);
    }
    List<Term> named =
        pick.terms().stream()
            .filter(term -> term.value() > 0)
            .sorted(Comparator.comparingDouble(Term::value).reversed())
            .filter(term -> isBorneOut(pick, term))
            .limit(MOST)
            .toList();
    String because =
        named.isEmpty()
            ? "Because of several small things you did here."
            : (isMostOf(named, pick) ? "Mostly" : "In part") + " because you " + acts(named) + ".";
    return because + pick.adjustments().stream().map(this::moved).collect(joining());
  }

  /// What was done to it after the model, such as: Moved up 2 places: small publishers must be
  /// seen.
  private String moved(Adjustment one) {
    String places =
        switch (one.places()) {
          case 0 -> " Put here: ";
          case 1 -> " Moved up 1 place: ";
          default -> " Moved up " + one.places() + " places: ";
        };
    return one.places() < 0
        ? ""
        : adjusted(one).map(why -> places + why.in(Language.EN) + ".").orElse("");
  }

  private Optional<Adjusted> adjusted(Adjustment one) {
    Optional<Adjusted> forNobody = Optional.ofNullable(FOR_NOBODY.get(one.name()));
    return forNobody.isPresent()
        ? forNobody
        : declaration.now().policy().groups().stream()
            .flatMap(groups -> adjusted(one, groups).stream())
            .findFirst();
  }

  private static Optional<Adjusted> adjusted(Adjustment one, Groups groups) {
    return one.name().equals(Rule.FAIR_CO.id())
        ? Adjusted.corrected(groups, one.about())
        : Adjusted.lifted(groups, one.about());
  }

  /// For example: bought “Kelp” and “Tide Tables”, the verb said once where it is the same.
  private String acts(List<Term> terms) {
    List<String> acts = new ArrayList<>();
    Optional<Short> before = Optional.empty();
    for (Term term : terms) {
      boolean isSaid = before.filter(signal -> signal == term.signal()).isPresent();
      (isSaid ? title(term) : act(term)).ifPresent(acts::add);
      before = Optional.of(term.signal());
    }
    return String.join(" and ", acts);
  }

  /// Whether these make up half of the score or more.
  private static boolean isMostOf(List<Term> named, Pick pick) {
    return named.stream().mapToDouble(Term::value).sum() * 2 >= pick.score();
  }

  /// Whether enough people did something with both items for the reason to be named.
  public boolean isBorneOut(Pick pick, Term term) {
    Snapshot snapshot = learn.snapshot();
    return snapshot.support(term.item(), pick.item()) >= FEWEST;
  }

  /// An own action in words, such as: bought “Tide Tables”.
  public Optional<String> act(Term term) {
    String verb =
        declaration
            .now()
            .signal(term.signal())
            .map(signal -> signal.verb().plain())
            .orElse("chose");
    return title(term).map(title -> verb + " " + title);
  }

  private Optional<String> title(Term term) {
    return catalogue
        .find(term.item())
        .filter(item -> !item.isMentioned())
        .map(Item::title)
        .map(title -> "“" + title + "”");
  }

  /// An adjustment in words.
  public String adjustment(Adjustment adjustment) {
    return switch (adjustment.name()) {
      case Adjustment.POPULAR -> "People who chose it lately";
      case Adjustment.CONTEXT -> "Goes with what is being looked at";
      case Adjustment.EDITORIAL -> "Our own order";
      case Rules.HOLDOUT -> "You are shown what everybody is shown, for comparison";
      // a name this version does not know is shown as it was recorded
      default -> adjusted(adjustment).map(Sentences::sentence).orElse(adjustment.name());
    };
  }

  private static String sentence(Adjusted why) {
    String words = why.in(Language.EN);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String impersonal(Pick pick) {
    List<String> names = pick.adjustments().stream().map(Adjustment::name).toList();
    if (names.contains(Rules.HOLDOUT)) {
      return "What everybody is shown. You are one of few for whom it stays so, for comparison.";
    }
    if (names.contains(Adjustment.POPULAR)) {
      return "Popular here lately. Not based on you.";
    }
    return names.contains(Adjustment.CONTEXT)
        ? "Goes with what is being looked at. Not based on you."
        : "New here. Not based on you.";
  }
}
