package org.aboveboard.server.shop;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Ask;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.recommend.Answer;
import org.aboveboard.server.recommend.Recommend;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.visitor.Asked;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Link;

/// Decides what stands in the place of the home row: the question, or the row under a line or
/// without one. Who agreed to less than it has become sees the question and their row.
@Singleton
final class HomeSlot {
  private static final Link OPTIONS = new Link("Privacy options", "/privacy");

  private final Deciding deciding;
  private final Recommend recommend;
  private final Prompts prompts;
  private final Shelves shelves;
  private final Asked asked;
  private final InstantSource clock;

  HomeSlot(
      Deciding deciding,
      Recommend recommend,
      Prompts prompts,
      Shelves shelves,
      Asked asked,
      InstantSource clock) {
    this.deciding = deciding;
    this.recommend = recommend;
    this.prompts = prompts;
    this.shelves = shelves;
    this.asked = asked;
    this.clock = clock;
  }

  /// The surface of the shop's first page and what is asked there of a visitor.
  ///
  /// @param on the purposes of the surface that the visitor said yes to
  private record Asking(InForce inForce, Surface surface, Ask ask, List<Purpose> on) {}

  /// The slot for this visitor; nothing where the policy declares no place to ask in.
  Optional<Slot> of(Visitor visitor) {
    return deciding
        .about(List.of(visitor.name()), said -> asking(visitor, said))
        .map(asking -> slot(visitor, asking));
  }

  private Optional<Asking> asking(Visitor visitor, Deciding.Said said) {
    InForce inForce = said.inForce();
    Standing standing = said.of(visitor.name()).map(Known::standing).orElse(Standing.silent());
    return inForce.policy().surfaces().stream()
        .filter(Surface::canAsk)
        .findFirst()
        .map(surface ->
            new Asking(
                inForce,
                surface,
                Ask.at(
                    inForce.policy(),
                    surface,
                    standing,
                    said.circumstances(visitor.optOuts(inForce), visitor.isMinor()),
                    asked.visit(),
                    clock.instant()),
                on(inForce, surface, standing)));
  }

  private static List<Purpose> on(InForce inForce, Surface surface, Standing standing) {
    return surface.purposes().stream()
        .flatMap(id -> inForce.policy().purpose(id).stream())
        .filter(purpose -> standing.yes(purpose.id()).isPresent())
        .toList();
  }

  /// What takes a yes back, in one press, where it was given in one.
  private static List<Act> off(Asking asking) {
    return asking.on().stream()
        .map(purpose ->
            new Act(
                "/privacy/withdraw",
                "Switch off " + purpose.label().plain(),
                asking.surface().label().plain(),
                List.of(new Fact("purpose", purpose.id()), new Fact("back", "/shop"))))
        .toList();
  }

  private Slot slot(Visitor visitor, Asking asking) {
    Surface surface = asking.surface();
    Answer answer = recommend.answer(wish(visitor, asking));
    Shelf shelf = shelves.of(answer.record(), surface);
    boolean isPersonal = answer.record().level().isProfiling();
    return switch (asking.ask()) {
      case Ask.Whole whole -> {
        PromptCard card = card(visitor, asking, whole);
        yield isPersonal ? Slot.askingAbove(card, shelf).endedBy(off(asking)) : Slot.asking(card);
      }
      case Ask.Line(Purpose purpose, Reason why) ->
          line(purpose, why, visitor.sendsSignal(), shelf);
      case Ask.Nothing _ ->
          isPersonal || visitor.isMinor() || answer.denied().isPresent()
              ? Slot.showing(shelf).endedBy(isPersonal ? off(asking) : List.of())
              : unknown(asking, shelf).endedBy(off(asking));
    };
  }

  private PromptCard card(Visitor visitor, Asking asking, Ask.Whole whole) {
    if (!visitor.isOnlyFetching()) {
      asked.note(whole.purpose().id());
    }
    Prompt.Reader reader =
        new Prompt.Reader(
            visitor.language(asking.inForce()), visitor.sendsSignal(), whole.agreed());
    return PromptCard.of(
        prompts.serve(asking.inForce(), visitor.name(), asking.surface(), whole.purpose(), reader),
        "/shop");
  }

  private static Wish wish(Visitor visitor, Asking asking) {
    Wish usual = Wish.of(asking.surface(), Optional.of(visitor.name()));
    return new Wish(
        usual.surface(),
        usual.subject(),
        usual.n(),
        usual.exclude(),
        usual.category(),
        usual.context(),
        visitor.sent(),
        visitor.isMinor());
  }

  private static Slot line(Purpose purpose, Reason why, boolean isGpc, Shelf shelf) {
    String ask = "/consent?purpose=" + purpose.id();
    return switch (why) {
      case SIGNAL, CONFLICT -> signalled(isGpc, ask, shelf);
      case PAUSED -> Slot.instead("Suggestions are paused by you.", OPTIONS, shelf);
      case SWITCHED_OFF -> Slot.instead("You switched suggestions off here.", OPTIONS, shelf);
      case PURPOSE_CHANGED ->
          Slot.instead(
              "Suggestions have changed. What you agreed to stays until you choose.",
              new Link("See what is different", ask),
              shelf);
      case EXPIRED ->
          Slot.instead(
              "Your yes has run out, so suggestions are off.", new Link("Turn on", ask), shelf);
      case UNKNOWN_PURPOSE,
          USE_NOT_DECLARED,
          NOT_FOR_EVERYBODY,
          SURFACE_NOT_DECLARED,
          PROHIBITED,
          NOT_ASSESSED,
          NOT_APPROVED,
          NO_LEASE,
          WITHDRAWN,
          REFUSED,
          MINOR,
          NEVER_ASKED,
          NOT_A_DEMONSTRATION,
          NOT_YET,
          OLDER_THAN_CONSENT ->
          Slot.instead("Suggestions are off.", new Link("Turn on", ask), shelf);
    };
  }

  /// What the browser says: a yes in sight of Global Privacy Control holds, and of nothing else.
  private static Slot signalled(boolean isGpc, String ask, Shelf shelf) {
    return isGpc
        ? Slot.instead(
            "Your browser asks us not to use your data (Global Privacy Control)."
                + " So suggestions are off.",
            new Link("Turn on for this shop only", ask),
            shelf)
        : Slot.instead(
            "Your browser or a consent tool says no to suggestions. So they are off.",
            OPTIONS,
            shelf);
  }

  /// A yes stands, but too little is known yet.
  private static Slot unknown(Asking asking, Shelf shelf) {
    return asking.surface().purposes().stream()
        .flatMap(id -> asking.inForce().policy().purpose(id).stream())
        .filter(purpose -> purpose.isAsked() && !purpose.isInvasive())
        .findFirst()
        .map(purpose ->
            Slot.instead(
                "On: "
                    + purpose.label().plain()
                    + ". We know too little to pick for you yet. Open, buy or rate a few, and they"
                    + " show here.",
                OPTIONS,
                shelf))
        .orElseGet(() -> Slot.showing(shelf));
  }
}
