package org.aboveboard.server.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.function.Predicate;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.consent.About;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.rights.Access;
import org.aboveboard.server.rights.Acknowledgement;
import org.aboveboard.server.rights.Choose;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.rights.Downloads;
import org.aboveboard.server.rights.Forget;
import org.aboveboard.server.rights.Forget.Forgotten;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Flash;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Said;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Privacy options: what is on, what is held, and the presses that end it.
@Path("/privacy")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class PrivacyPage {
  private static final How HOW = How.page("privacy-options");
  private static final String SIGNAL =
      "Your browser sends Global Privacy Control. Nothing is on unless you say yes to it by name.";

  private final Frames frames;
  private final Visitor visitor;
  private final Declaration declaration;
  private final Catalogue catalogue;
  private final Access access;
  private final Downloads downloads;
  private final Choose choose;
  private final Forget forget;
  private final Choices choices;
  private final Inventory inventory;
  private final ObjectMapper json;
  private final Flash flash;

  @Inject
  PrivacyPage(
      Frames frames,
      Visitor visitor,
      Declaration declaration,
      Catalogue catalogue,
      Access access,
      Downloads downloads,
      Choose choose,
      Forget forget,
      Choices choices,
      Inventory inventory,
      ObjectMapper json,
      Flash flash) {
    this.frames = frames;
    this.visitor = visitor;
    this.declaration = declaration;
    this.catalogue = catalogue;
    this.access = access;
    this.downloads = downloads;
    this.choose = choose;
    this.forget = forget;
    this.choices = choices;
    this.inventory = inventory;
    this.json = json;
    this.flash = flash;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance home() {
    // first, since it may add a line to the history
    Choices.Standings standings = choices.of(visitor);
    Access.Copy copy = access.copy(visitor.name());
    return new Home(
        frames.at("/privacy"),
        visitor.sendsSignal() ? Optional.of(SIGNAL) : Optional.empty(),
        standings.purposes(),
        standings.surfaces(),
        standings.signals(),
        standings.pause(),
        inventory.held(copy),
        inventory.lately(copy),
        inventory.history(copy));
  }

  @POST
  @Path("withdraw")
  @Operation(hidden = true)
  public Response withdraw(
      @FormParam("purpose") Optional<String> named, @FormParam("back") Optional<String> back) {
    acknowledge(choose.withdraw(visitor.name(), purpose(named, Purpose::canBeEnded), HOW));
    return Back.to(Back.within(back, "/privacy"));
  }

  @POST
  @Path("pause")
  @Operation(hidden = true)
  public Response pause() {
    return settled(choose.pause(visitor.name(), true, HOW));
  }

  @POST
  @Path("resume")
  @Operation(hidden = true)
  public Response resume() {
    return settled(choose.pause(visitor.name(), false, HOW));
  }

  @POST
  @Path("switch")
  @Operation(hidden = true)
  public Response switchTo(
      @FormParam("surface") Optional<String> surface,
      @FormParam("signal") Optional<String> signal,
      @FormParam("purpose") Optional<String> interest,
      @FormParam("to") Optional<String> to) {
    Policy policy = declaration.now().policy();
    About part =
        surface
            .flatMap(policy::surface)
            .<About>map(About.TheSurface::new)
            .or(() -> signal.flatMap(policy::signal).map(About.TheSignal::new))
            .or(() ->
                interest
                    .flatMap(policy::purpose)
                    .filter(Purpose::isInterest)
                    .map(About.ThePurpose::new))
            .orElseThrow(PrivacyPage::nothingLikeThat);
    return settled(choose.switchTo(visitor.name(), part, to.filter("on"::equals).isPresent(), HOW));
  }

  @POST
  @Path("keep")
  @Operation(hidden = true)
  public Response keep(
      @FormParam("purpose") Optional<String> named, @FormParam("days") Optional<Integer> days) {
    return settled(
        choose.keepFor(
            visitor.name(),
            purpose(named, Purpose::isAsked),
            days.orElseThrow(PrivacyPage::nothingLikeThat),
            HOW));
  }

  private Purpose purpose(Optional<String> named, Predicate<Purpose> fits) {
    return named
        .flatMap(declaration.now().policy()::purpose)
        .filter(fits)
        .orElseThrow(PrivacyPage::nothingLikeThat);
  }

  private static RuntimeException nothingLikeThat() {
    return Problem.badRequest(
            "Nothing of that name can be switched off.",
            "Go back, load the page again, and press once more.")
        .thrown();
  }

  private Response settled(Effect effect) {
    acknowledge(effect);
    return Back.to("/privacy");
  }

  private void acknowledge(Effect effect) {
    switch (effect.settled()) {
      case Settled.Done done -> flash.say(Acknowledgement.of(done, effect));
      case Settled.Again(Settled.Done done) -> flash.say(Acknowledgement.of(done, effect));
      case Settled.Unheard(Settled.Done done) -> throw Acknowledgement.unheard(done).thrown();
      case Settled.NotTaken(String why, String cure) -> throw Problem.conflict(why, cure).thrown();
    }
  }

  @POST
  @Path("forget")
  @Operation(hidden = true)
  public Response forget(
      @FormParam("item") Optional<String> named, @FormParam("back") Optional<String> back) {
    Item item =
        named
            .flatMap(catalogue::find)
            .orElseThrow(() ->
                Problem.notFound(
                        "There is nothing of that number to forget.", "Load the page again.")
                    .thrown());
    flash.say(forgotten(item, forget.forget(visitor.name(), item)));
    return Back.to(Back.within(back, "/privacy"));
  }

  private static Said forgotten(Item item, Optional<Forgotten> forgotten) {
    String title = "“" + item.title() + "”";
    return forgotten
        .filter(some -> some.rows() > 0)
        .map(some ->
            Said.of(
                "Forgotten: what you did with "
                    + title
                    + ". It counts no more"
                    + (some.modelForgot()
                        ? ", and the model is as if it had never been."
                        : ". The model follows within seconds.")))
        .orElse(Said.of("Nothing was kept about " + title + "."));
  }

  @GET
  @Path("download")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response download() throws JsonProcessingException {
    byte[] copy =
        json.writerWithDefaultPrettyPrinter().writeValueAsBytes(access.copy(visitor.name()));
    downloads.note(visitor.name(), copy);
    return Response.ok(copy)
        .header("Content-Disposition", "attachment; filename=\"what-we-hold-about-you.json\"")
        .build();
  }
}
