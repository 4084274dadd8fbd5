package org.aboveboard.server.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aboveboard.models.Snapshot;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;

/// One true sentence for a pick, made of the terms of its own sum.
public final class Sentences {
  /// A reason that fewer people than this bear out could give one of them away.
  public static final int FEWEST = 5;

  private static final int MOST = 2;

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
    return named.isEmpty()
        ? "Because of several small things you did here."
        : (isMostOf(named, pick) ? "Mostly" : "In part") + " because you " + acts(named) + ".";
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
      // a name this version does not know is shown as it was recorded
      default -> adjustment.name();
    };
  }

  private static String impersonal(Pick pick) {
    List<String> names = pick.adjustments().stream().map(Adjustment::name).toList();
    if (names.contains(Adjustment.POPULAR)) {
      return "Popular here lately. Not based on you.";
    }
    return names.contains(Adjustment.CONTEXT)
        ? "Goes with what is being looked at. Not based on you."
        : "New here. Not based on you.";
  }
}
