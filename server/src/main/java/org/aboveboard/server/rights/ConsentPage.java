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
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Prompt;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.consent.Ask;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.demo.Personas;
import org.aboveboard.server.rights.Withdraw.Effect;
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
  private static final String METHOD = "prompt";

  private final Frames frames;
  private final Visitor visitor;
  private final Declaration declaration;
  private final Prompts prompts;
  private final ConsentStore consents;
  private final Withdraw withdraw;
  private final Personas personas;
  private final Flash flash;

  @Inject
  ConsentPage(
      Frames frames,
      Visitor visitor,
      Declaration declaration,
      Prompts prompts,
      ConsentStore consents,
      Withdraw withdraw,
      Personas personas,
      Flash flash) {
    this.frames = frames;
    this.visitor = visitor;
    this.declaration = declaration;
    this.prompts = prompts;
    this.consents = consents;
    this.withdraw = withdraw;
    this.personas = personas;
    this.flash = flash;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance ask(
      @QueryParam("purpose") Optional<String> purpose,
      @QueryParam("surface") Optional<String> surface,
      @QueryParam("back") Optional<String> back) {
    refuseMinors();
    Purpose wanted =
        purpose.flatMap(declaration.policy()::purpose).orElseThrow(ConsentPage::nothingToAsk);
    Surface place = place(wanted, surface);
    Prompts.Served served = prompts.serve(visitor.name(), place, wanted, visitor.sendsSignal());
    return new Ask(
        frames.at("/consent?purpose=" + wanted.id()),
        PromptCard.of(served, visitor.sendsSignal(), Optional.empty(), Back.within(back, "/shop")));
  }

  /// The named place, or the first one at which the purpose may be asked about.
  private Surface place(Purpose purpose, Optional<String> named) {
    Policy policy = declaration.policy();
    return policy.surfaces().stream()
        .filter(surface -> named.map(surface.id()::equals).orElse(true))
        .filter(surface -> Prompt.mayAsk(surface, purpose))
        .findFirst()
        .orElseThrow(ConsentPage::nothingToAsk);
  }

  @POST
  @Operation(hidden = true)
  public Response answer(
      @FormParam("prompt") Optional<String> prompt,
      @FormParam("answer") Optional<String> answer,
      @FormParam("back") Optional<String> back) {
    refuseMinors();
    boolean yes =
        switch (answer.orElse("")) {
          case "yes" -> true;
          case "no" -> false;
          // words of another page than ours
          default ->
              throw Problem.badRequest("The answer was neither yes nor no.", "Go back and choose.")
                  .thrown();
        };
    settle(withdraw.answer(visitor.name(), prompt.orElse(""), yes, METHOD));
    return Back.to(Back.within(back, "/shop"));
  }

  private void settle(Effect effect) {
    switch (effect.settled()) {
      case Settled.NotTaken(String why, String cure) ->
          throw Problem.conflict(why + " Nothing was changed.", cure).thrown();
      case Settled.Done done -> acknowledge(done, effect);
    }
  }

  private void acknowledge(Settled.Done done, Effect effect) {
    switch (done.said()) {
      case GIVEN, RESUMED -> {
        if (isFirst(done)) {
          personas.afterYes(visitor.name());
        }
        flash.say(Acknowledgement.on(done.purpose()));
      }
      case REFUSED, WITHDRAWN, PAUSED -> flash.say(Acknowledgement.off(done.purpose(), effect));
    }
  }

  /// Whether there was no yes before it that still held.
  private boolean isFirst(Settled.Done done) {
    return consents.known(visitor.name()).stream()
        .flatMap(known -> known.standing().choices().stream())
        .filter(choice -> choice.purpose().equals(done.purpose().id()))
        .filter(choice -> choice.index() < done.index())
        .reduce((_, last) -> last)
        .map(last -> last.kind() != done.said())
        .orElse(true);
  }

  private void refuseMinors() {
    if (visitor.isMinor()) {
      throw Problem.forbidden(
              "This shop asks nobody under 16, and uses nothing of what they do for suggestions.",
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
