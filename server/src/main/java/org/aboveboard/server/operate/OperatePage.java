package org.aboveboard.server.operate;

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
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The staff's desk, behind a sign-in.
@Path("/operate")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class OperatePage {
  private static final String HERE = "/operate";

  private final Frames frames;
  private final Staff staff;
  private final Desk desk;
  private final Visit visit;

  @Inject
  OperatePage(Frames frames, Staff staff, Desk desk, Visit visit) {
    this.frames = frames;
    this.staff = staff;
    this.desk = desk;
    this.visit = visit;
  }

  @GET
  @Operation(hidden = true)
  public Response today() {
    TemplateInstance page =
        staff
            .here()
            .<TemplateInstance>map(who -> desk.today(frames.at(HERE), who))
            .orElseGet(() -> signIn(Optional.empty()));
    return Response.ok(page).build();
  }

  @POST
  @Path("sign-in")
  @Operation(hidden = true)
  public Response signIn(
      @FormParam("key") Optional<String> key, @FormParam("persona") Optional<String> persona) {
    boolean isIn = persona.isPresent() ? staff.enterAs(persona.get()) : staff.enter(key.orElse(""));
    return isIn
        ? Back.to(HERE)
        : Response.status(Response.Status.FORBIDDEN)
            .entity(signIn(Optional.of("That key is not known here. Check it and try again.")))
            .build();
  }

  private SignIn signIn(Optional<String> wrong) {
    return new SignIn(frames.at(HERE), wrong, staff.inDemonstration());
  }

  @POST
  @Path("sign-out")
  @Operation(hidden = true)
  public Response signOut() {
    visit.leave();
    return Back.to(HERE);
  }
}
