package org.aboveboard.server.rights;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.consent.Ask;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.demo.Personas;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.visitor.Asked;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Flash;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// A question on a page of its own, and the answers to all questions.
@Path("/consent")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ConsentPage {
  private static final How HOW = How.page("prompt");

  private final Frames frames;
  private final Visitor visitor;
  private final Asked asked;
  private final Declaration declaration;
  private final Prompts prompts;
  private final ConsentStore consents;
  private final Choose choose;
  private final Personas personas;
  private final Flash flash;
  private final InstantSource clock;

  @Inject
  ConsentPage(
      Frames frames,
      Visitor visitor,
      Asked asked,
      Declaration declaration,
      Prompts prompts,
      ConsentStore consents,
      Choose choose,
      Personas personas,
      Flash flash,
      InstantSource clock) {
    this.frames = frames;
    this.visitor = visitor;
    this.asked = asked;
    this.declaration = declaration;
    this.prompts = prompts;
    this.consents = consents;
    this.choose = choose;
    this.personas = personas;
    this.flash = flash;
    this.clock = clock;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance ask(
      @QueryParam("purpose") Optional<String> purpose,
      @QueryParam("surface") Optional<String> surface,
      @QueryParam("back") Optional<String> back) {
    InForce inForce = declaration.now();
    refuseMinors(inForce);
    Purpose wanted =
        purpose.flatMap(inForce.policy()::purpose).orElseThrow(ConsentPage::nothingToAsk);
    Surface place = place(inForce, wanted, surface);
    Prompts.Served served =
        prompts.serve(inForce, visitor.name(), place, wanted, reader(inForce, wanted));
    return new Ask(
        frames.at("/consent?purpose=" + wanted.id()),
        PromptCard.of(served, Back.within(back, "/shop")));
  }

  private Prompt.Reader reader(InForce inForce, Purpose purpose) {
    return new Prompt.Reader(
        visitor.language(inForce),
        visitor.sendsSignal(),
        consents
            .known(visitor.name())
            .flatMap(known -> known.standing().yes(purpose.id()))
            .map(Choice::meaning));
  }

  /// The named place, or the first one at which the purpose may be asked about.
  private Surface place(InForce inForce, Purpose purpose, Optional<String> named) {
    return inForce.policy().surfaces().stream()
        .filter(surface -> named.map(surface.id()::equals).orElse(true))
        .filter(surface -> Prompt.mayAsk(inForce.policy(), surface, purpose, clock.instant()))
        .findFirst()
        .orElseThrow(ConsentPage::nothingToAsk);
  }

  @POST
  @Operation(hidden = true)
  public Response answer(
      @FormParam("prompt") Optional<String> prompt,
      @FormParam("purpose") Optional<String> purpose,
      @FormParam("answer") Optional<String> answer,
      @FormParam("without") List<String> without,
      @FormParam("back") Optional<String> back) {
    InForce inForce = declaration.now();
    refuseMinors(inForce);
    if (answer.filter("fold"::equals).isPresent()) {
      purpose.flatMap(inForce.policy()::purpose).map(Purpose::id).ifPresent(asked::note);
    } else {
      Reply said = said(answer);
      List<Signal> leftOut =
          without.stream().flatMap(id -> inForce.policy().signal(id).stream()).toList();
      settle(choose.answer(visitor.name(), prompt.orElse(""), said, leftOut, HOW));
    }
    return Back.to(Back.within(back, "/shop"));
  }

  private static Reply said(Optional<String> answer) {
    return switch (answer.orElse("")) {
      case "yes" -> Reply.YES;
      case "no" -> Reply.NO;
      case "visit" -> Reply.VISIT;
      // words of another page than ours
      default ->
          throw Problem.badRequest("The answer was neither yes nor no.", "Go back and choose.")
              .thrown();
    };
  }

  private void settle(Effect effect) {
    switch (effect.settled()) {
      case Settled.NotTaken(String why, String cure) ->
          throw Problem.conflict(why + " Nothing was changed.", cure).thrown();
      case Settled.Unheard(Settled.Done done) -> throw Acknowledgement.unheard(done).thrown();
      case Settled.Done done -> acknowledge(done, effect);
      case Settled.Again(Settled.Done done) -> flash.say(Acknowledgement.of(done, effect));
    }
  }

  private void acknowledge(Settled.Done done, Effect effect) {
    if (done.said() == Choice.Kind.GIVEN && isFirst(done)) {
      personas.afterYes(visitor.name());
    }
    flash.say(Acknowledgement.of(done, effect));
  }

  /// Whether there was no yes before it that still held.
  private boolean isFirst(Settled.Done done) {
    return consents.known(visitor.name()).stream()
        .flatMap(known -> known.standing().choices().stream())
        .filter(choice -> choice.about().equals(done.about().key()))
        .filter(choice -> choice.carrier().isEmpty())
        .filter(choice -> choice.index() < done.index())
        .reduce((_, last) -> last)
        .map(last -> last.kind() != done.said())
        .orElse(true);
  }

  private void refuseMinors(InForce inForce) {
    if (visitor.isMinor()) {
      throw Problem.forbidden(
              "Nobody under "
                  + inForce.policy().asking().minorsUnder()
                  + " is asked here, and nothing of what they do is used for suggestions.",
              "Go on as before: the shop is all there.")
          .thrown();
    }
  }

  private static RuntimeException nothingToAsk() {
    return Problem.notFound(
            "There is no such question.", "Privacy options lists everything that can be on.")
        .thrown();
  }
}
