package org.aboveboard.server.vault;

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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Use;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.operate.Staff;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Flash;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Said;
import org.aboveboard.server.web.When;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The staff's page of the vault, behind their sign-in.
@Path(LookPage.HERE)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class LookPage {
  static final String HERE = "/operate/vault";

  private final Frames frames;
  private final Staff staff;
  private final Looks looks;
  private final Figures figures;
  private final Declaration declaration;
  private final Flash flash;
  private final InstantSource clock;

  @Inject
  LookPage(
      Frames frames,
      Staff staff,
      Looks looks,
      Figures figures,
      Declaration declaration,
      Flash flash,
      InstantSource clock) {
    this.frames = frames;
    this.staff = staff;
    this.looks = looks;
    this.figures = figures;
    this.declaration = declaration;
    this.flash = flash;
    this.clock = clock;
  }

  @GET
  @Operation(hidden = true)
  public Response show() {
    Optional<Looks.Who> who = who();
    if (who.isPresent() && !staff.may(Use.AUDIT)) {
      flash.say(Said.of(noAudit(who.get())));
      return Back.to("/operate");
    }
    return who.map(one -> Response.ok(desk(one, Optional.empty())).build())
        .orElseGet(() -> Back.to("/operate"));
  }

  @POST
  @Path("ask")
  @Operation(hidden = true)
  public Response ask(
      @FormParam("subject") Optional<String> subject,
      @FormParam("segment") Optional<String> named,
      @FormParam("reason") Optional<String> reason) {
    return done(
        looks.ask(signed(), subject.orElse("").strip(), segment(named), reason.orElse("")),
        "Asked. Another person has to agree.");
  }

  @POST
  @Path("agree")
  @Operation(hidden = true)
  public Response agree(@FormParam("look") Optional<String> look) {
    return done(
        looks.agree(signed(), id(look)), "Agreed. Whoever asked can read it once, within an hour.");
  }

  @POST
  @Path("read")
  @Operation(hidden = true)
  public Response read(@FormParam("look") Optional<String> look) {
    Looks.Who who = signed();
    return switch (looks.read(who, id(look))) {
      case Looks.Step.Opened opened ->
          Response.ok(desk(who, Optional.of(words(opened))))
              .header("Cache-Control", "no-store")
              .build();
      case Looks.Step.Taken _ -> Back.to(HERE);
      case Looks.Step.Refused(String why, String cure) ->
          throw Problem.conflict(why, cure).thrown();
    };
  }

  @POST
  @Path("publish")
  @Operation(hidden = true)
  public Response publish(@FormParam("segment") Optional<String> named) {
    signed();
    switch (figures.publish(segment(named))) {
      case Figures.Published.Out(Figure figure) ->
          flash.say(Said.of("Published for " + figure.quarter() + "."));
      case Figures.Published.Spent(String quarter) ->
          throw Problem.conflict(
                  "The budget of "
                      + quarter
                      + " is spent: more would tell too much of each person.",
                  "Publish these counts in the next quarter.")
              .thrown();
    }
    return Back.to(HERE);
  }

  private Response done(Looks.Step step, String words) {
    switch (step) {
      case Looks.Step.Taken _, Looks.Step.Opened _ -> flash.say(Said.of(words));
      case Looks.Step.Refused(String why, String cure) ->
          throw Problem.conflict(why, cure).thrown();
    }
    return Back.to(HERE);
  }

  private static String words(Looks.Step.Opened opened) {
    return opened
        .answer()
        .flatMap(id -> Optional.ofNullable(opened.segment().answers().get(id)))
        .map(words -> opened.segment().question().plain() + " “" + words.plain() + "”")
        .orElse("They have not answered: " + opened.segment().question().plain());
  }

  private TemplateInstance desk(Looks.Who who, Optional<String> opened) {
    List<Segment> segments = declaration.now().policy().segments();
    return new Desk(
        frames.at(HERE),
        who.person() + ", " + who.role(),
        opened,
        segments.stream().map(one -> new Fact(one.label().plain(), one.id())).toList(),
        looks.lately().stream().map(look -> line(who, look)).toList(),
        segments.stream().map(LookPage::publish).toList());
  }

  private static Act publish(Segment segment) {
    return new Act(
        HERE + "/publish",
        "Publish: " + segment.label().plain(),
        "counts of this quarter",
        List.of(new Fact("segment", segment.id())));
  }

  private Desk.Line line(Looks.Who who, Look look) {
    String what =
        declaration
            .now()
            .policy()
            .segment(look.segment())
            .map(one -> one.label().plain())
            .orElse(look.segment());
    return new Desk.Line(look.name(), what, look.reason(), how(look), act(who, look));
  }

  private static String how(Look look) {
    return String.join("; ", look.stages().stream().map(LookPage::how).toList());
  }

  private static String how(Look.Stage stage) {
    return stage.what() + " by " + stage.person() + ", " + When.moment(stage.at());
  }

  private Optional<Act> act(Looks.Who who, Look look) {
    List<Fact> fields = List.of(new Fact("look", look.id().toString()));
    boolean isOwn = who.isSame(look.asked());
    if (look.agreed().isEmpty()) {
      return isOwn
          ? Optional.empty()
          : Optional.of(new Act(HERE + "/agree", "Agree", look.reason(), fields));
    }
    return isOwn && Looks.isOpen(look, clock.instant())
        ? Optional.of(new Act(HERE + "/read", "Read it once", look.reason(), fields))
        : Optional.empty();
  }

  private Optional<Looks.Who> who() {
    return staff.here().map(signed -> new Looks.Who(signed.person(), signed.role()));
  }

  private Looks.Who signed() {
    Looks.Who who =
        who()
            .orElseThrow(() ->
                Problem.forbidden("Only staff may do this.", "Sign in at /operate.").thrown());
    if (!staff.may(Use.AUDIT)) {
      throw Problem.forbidden(
              noAudit(who), "Sign in at /operate in a role whose uses name audit, in roles.yaml.")
          .thrown();
    }
    return who;
  }

  private static String noAudit(Looks.Who who) {
    return "The role “" + who.role() + "” does not audit, so the vault is closed to it.";
  }

  private Segment segment(Optional<String> named) {
    return named
        .flatMap(declaration.now().policy()::segment)
        .orElseThrow(() ->
            Problem.badRequest("The policy declares no such segment.", "Load the page again.")
                .thrown());
  }

  private static UUID id(Optional<String> look) {
    try {
      return UUID.fromString(look.orElse(""));
    } catch (IllegalArgumentException _) {
      throw Problem.badRequest("That names no look.", "Load the page again.").thrown();
    }
  }
}
