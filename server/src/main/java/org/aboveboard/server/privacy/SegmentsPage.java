package org.aboveboard.server.privacy;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.rights.Acknowledgement;
import org.aboveboard.server.rights.Choose;
import org.aboveboard.server.rights.Volunteer;
import org.aboveboard.server.rights.Volunteer.Outcome;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Flash;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Said;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The page on which people say of themselves what they like to, and take it back.
@Path(Questions.HERE)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class SegmentsPage {
  private static final How HOW = How.page("prompt");
  private static final How BACK = How.page("privacy-options");
  private static final Link CHANGE = new Link("Change it", Questions.HERE);

  private final Frames frames;
  private final Visitor visitor;
  private final Declaration declaration;
  private final Questions questions;
  private final Volunteer volunteer;
  private final Choose choose;
  private final Flash flash;

  @Inject
  SegmentsPage(
      Frames frames,
      Visitor visitor,
      Declaration declaration,
      Questions questions,
      Volunteer volunteer,
      Choose choose,
      Flash flash) {
    this.frames = frames;
    this.visitor = visitor;
    this.declaration = declaration;
    this.questions = questions;
    this.volunteer = volunteer;
    this.choose = choose;
    this.flash = flash;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    InForce inForce = declaration.now();
    return new Segments(
        frames.at(Questions.HERE),
        Optional.of(tooYoung(inForce)).filter(_ -> visitor.isMinor()),
        questions.of(visitor),
        questions.looks(inForce.policy(), visitor.name()));
  }

  private static String tooYoung(InForce inForce) {
    return "Nobody under " + inForce.policy().asking().minorsUnder() + " is asked here.";
  }

  @POST
  @Operation(hidden = true)
  public Response answer(
      @FormParam("segment") Optional<String> named,
      @FormParam("said") Optional<String> said,
      @FormParam("prompt") Optional<String> prompt,
      @FormParam("answer") Optional<String> answer) {
    Segment segment = segment(named);
    if (visitor.isMinor()) {
      throw Problem.forbidden(tooYoung(declaration.now()), "Go on as before.").thrown();
    }
    if (answer.filter("no"::equals).isPresent()) {
      no(prompt);
    } else if (said.filter(segment.answers()::containsKey).isPresent()) {
      give(segment, said.get(), prompt, reply(answer));
    } else if (prompt.isPresent()) {
      flash.say(Said.of("You chose no answer, so nothing was kept."));
    } else {
      takeBack(segment);
    }
    return Back.to(Questions.HERE);
  }

  private static Reply reply(Optional<String> answer) {
    return answer.filter("visit"::equals).isPresent() ? Reply.VISIT : Reply.YES;
  }

  private void no(Optional<String> prompt) {
    switch (choose.answer(visitor.name(), prompt.orElse(""), Reply.NO, HOW).settled()) {
      case Settled.Done _, Settled.Again _ -> flash.say(Said.of("Off. Nothing is kept.", CHANGE));
      case Settled.Unheard(Settled.Done done) -> throw Acknowledgement.unheard(done).thrown();
      case Settled.NotTaken(String why, String cure) -> throw Problem.conflict(why, cure).thrown();
    }
  }

  private void give(Segment segment, String said, Optional<String> prompt, Reply reply) {
    Volunteer.About who =
        new Volunteer.About(visitor.name(), visitor.optOuts(declaration.now()), visitor.isMinor());
    switch (volunteer.give(who, segment, said, prompt, reply, HOW)) {
      case Outcome.Kept _ ->
          flash.say(Said.of("Kept. It counts among the others’, and for nothing else.", CHANGE));
      case Outcome.NoYes(Settled settled) -> throw notTaken(settled);
      case Outcome.Withheld _ ->
          throw Problem.conflict(
                  "Nothing was kept: there is no yes to it that counts now.",
                  "Load the page again and answer once more.")
              .thrown();
    }
  }

  private static RuntimeException notTaken(Settled settled) {
    return switch (settled) {
      case Settled.NotTaken(String why, String cure) ->
          Problem.conflict(why + " Nothing was changed.", cure).thrown();
      case Settled.Unheard(Settled.Done done) -> Acknowledgement.unheard(done).thrown();
      case Settled.Done _, Settled.Again _ -> new IllegalStateException("It was taken.");
    };
  }

  @POST
  @Path("back")
  @Operation(hidden = true)
  public Response back(@FormParam("segment") Optional<String> named) {
    takeBack(segment(named));
    return Back.to(Questions.HERE);
  }

  private void takeBack(Segment segment) {
    long rows = volunteer.takeBack(visitor.name(), segment, BACK);
    flash.say(
        Said.of(rows == 0 ? "Nothing of it was kept." : "Taken back. Your answer is erased."));
  }

  private Segment segment(Optional<String> named) {
    return named
        .flatMap(declaration.now().policy()::segment)
        .orElseThrow(() ->
            Problem.badRequest(
                    "No question of that name is asked.", "Load the page again and answer there.")
                .thrown());
  }
}
