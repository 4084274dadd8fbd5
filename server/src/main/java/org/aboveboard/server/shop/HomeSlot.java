package org.aboveboard.server.shop;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Prompt;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.recommend.Answer;
import org.aboveboard.server.recommend.Recommend;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Link;

/// Decides what stands in the place of the home row: the question, or the row, never both.
///
/// Who has said no, or whose browser says it, gets one line and what everybody gets. Who is too
/// young to be asked gets what everybody gets.
@Singleton
final class HomeSlot {
  private static final Link OPTIONS = new Link("Privacy options", "/privacy");

  private final Declaration declaration;
  private final Recommend recommend;
  private final Prompts prompts;
  private final Shelves shelves;

  HomeSlot(Declaration declaration, Recommend recommend, Prompts prompts, Shelves shelves) {
    this.declaration = declaration;
    this.recommend = recommend;
    this.prompts = prompts;
    this.shelves = shelves;
  }

  /// The slot for this visitor; nothing where the policy declares no place to ask in.
  Optional<Slot> of(Visitor visitor) {
    return declaration.policy().surfaces().stream()
        .filter(Surface::canAsk)
        .findFirst()
        .map(surface -> of(visitor, surface));
  }

  private Slot of(Visitor visitor, Surface surface) {
    Answer answer = recommend.answer(wish(visitor, surface));
    Shelf shelf = shelves.of(answer.record(), surface);
    Optional<Purpose> asked = asked(surface);
    if (visitor.isMinor() || asked.isEmpty() || answer.record().level().isProfiling()) {
      return Slot.showing(shelf);
    }
    return answer
        .denied()
        .filter(denied -> denied.purpose().equals(asked.get().id()))
        .map(denied -> denied(visitor, surface, asked.get(), denied.deny(), shelf))
        .orElseGet(() -> Slot.instead(on(asked.get()), OPTIONS, shelf));
  }

  private static Wish wish(Visitor visitor, Surface surface) {
    Wish usual =
        Wish.of(surface, visitor.isMinor() ? Optional.empty() : Optional.of(visitor.name()));
    return new Wish(
        usual.surface(),
        usual.subject(),
        usual.n(),
        usual.exclude(),
        usual.category(),
        usual.context(),
        visitor.optOuts());
  }

  private Optional<Purpose> asked(Surface surface) {
    Policy policy = declaration.policy();
    return surface.purposes().stream()
        .flatMap(id -> policy.purpose(id).stream())
        .filter(purpose -> Prompt.mayAsk(surface, purpose))
        .findFirst();
  }

  private Slot denied(
      Visitor visitor, Surface surface, Purpose purpose, Decision.Deny deny, Shelf shelf) {
    String ask = "/consent?purpose=" + purpose.id();
    return switch (deny.reason()) {
      case SIGNAL, CONFLICT ->
          Slot.instead(
              "Your browser asks us not to use your data (Global Privacy Control)."
                  + " So suggestions are off.",
              new Link("Turn on for this shop only", ask),
              shelf);
      case REFUSED, WITHDRAWN ->
          Slot.instead("Suggestions are off.", new Link("Turn on", ask), shelf);
      case PAUSED -> Slot.instead("Suggestions are paused by you.", OPTIONS, shelf);
      case NEVER_ASKED, EXPIRED, PURPOSE_CHANGED, NOT_YET, NOT_A_DEMONSTRATION ->
          Slot.asking(
              PromptCard.of(
                  prompts.serve(visitor.name(), surface, purpose, visitor.sendsSignal()),
                  visitor.sendsSignal(),
                  changed(deny.reason()),
                  "/shop"));
      case UNKNOWN_PURPOSE,
          USE_NOT_DECLARED,
          NOT_FOR_EVERYBODY,
          SURFACE_NOT_DECLARED,
          INVASIVE_NOT_APPROVED,
          OLDER_THAN_CONSENT ->
          Slot.showing(shelf);
    };
  }

  private static Optional<String> changed(Reason reason) {
    return switch (reason) {
      case PURPOSE_CHANGED ->
          Optional.of("what this means has changed since your yes, so it is off until you choose.");
      case EXPIRED -> Optional.of("your yes has run out, so it is off until you choose.");
      case UNKNOWN_PURPOSE,
          USE_NOT_DECLARED,
          NOT_FOR_EVERYBODY,
          SURFACE_NOT_DECLARED,
          INVASIVE_NOT_APPROVED,
          WITHDRAWN,
          REFUSED,
          PAUSED,
          CONFLICT,
          SIGNAL,
          NEVER_ASKED,
          NOT_A_DEMONSTRATION,
          NOT_YET,
          OLDER_THAN_CONSENT ->
          Optional.empty();
    };
  }

  private static String on(Purpose purpose) {
    return "On: "
        + purpose.label()
        + ". We know too little to pick for you yet. Open, buy or rate a few, and they show here.";
  }
}
