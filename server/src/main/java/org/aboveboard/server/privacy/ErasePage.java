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
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.rights.Access;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Flash;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Said;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Erasing it all: what goes, the last word, and on to the job.
@Path("/privacy/erase")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ErasePage {
  private static final List<String> CHANGES =
      List.of(
          "Suggestions are off, and you see what is popular.",
          "The model becomes as if you had never been here.",
          "The key that your records are sealed with is destroyed.");

  private final Frames frames;
  private final Visitor visitor;
  private final Access access;
  private final org.aboveboard.server.rights.Erase erase;
  private final Inventory inventory;
  private final Declaration declaration;
  private final Flash flash;

  @Inject
  ErasePage(
      Frames frames,
      Visitor visitor,
      Access access,
      org.aboveboard.server.rights.Erase erase,
      Inventory inventory,
      Declaration declaration,
      Flash flash) {
    this.frames = frames;
    this.visitor = visitor;
    this.access = access;
    this.erase = erase;
    this.inventory = inventory;
    this.declaration = declaration;
    this.flash = flash;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance what() {
    return page("/privacy/erase", false);
  }

  @GET
  @Path("sure")
  @Operation(hidden = true)
  public TemplateInstance sure() {
    return page("/privacy/erase/sure", true);
  }

  private Erase page(String here, boolean isSure) {
    Access.Copy copy = access.copy(visitor.name());
    return new Erase(frames.at(here), inventory.held(copy), CHANGES, stays(copy), isSure);
  }

  private List<Fact> stays(Access.Copy copy) {
    Fact entries =
        new Fact(
            "Numbered entries of the journal",
            "they say that something was written and erased, not by whom or what");
    Fact note =
        new Fact(
            "A note that you erased",
            "a code made from your id, for "
                + org.aboveboard.server.rights.Erase.SUPPRESS_DAYS
                + " days, so that late records do not bring you back");
    Fact spent =
        new Fact(
            "A note that old questions are spent",
            "a code made from your id, for "
                + Prompts.LIFE.toHours()
                + " hours, so that no answer to one brings you back");
    Fact apart =
        new Fact(
            "A note outside the database",
            "two codes that say that your key is gone, until its epoch ends, so that an old backup"
                + " does not bring you back");
    boolean restsOnMore =
        copy.cameFromElsewhere()
            || declaration.now().policy().purposes().stream()
                .anyMatch(purpose -> !purpose.isAsked());
    return restsOnMore ? List.of(entries, apart, spent, note) : List.of(entries, apart, spent);
  }

  @POST
  @Operation(hidden = true)
  public Response answer(@FormParam("answer") Optional<String> answer) {
    return switch (answer.orElse("")) {
      case "yes" -> begin();
      case "no" -> {
        flash.say(Said.of("Kept. Nothing was erased."));
        yield Back.to("/privacy");
      }
      // words of another page than ours
      default ->
          throw Problem.badRequest("The answer was neither yes nor no.", "Go back and choose.")
              .thrown();
    };
  }

  private Response begin() {
    return erase
        .begin(visitor.name())
        .map(job -> Back.to("/privacy/erased/" + job.id()))
        .orElseGet(() -> {
          flash.say(Said.of("We hold nothing about you, so there is nothing to erase."));
          return Back.to("/privacy");
        });
  }
}
