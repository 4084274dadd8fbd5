package org.aboveboard.server.map;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.operate.Staff;
import org.aboveboard.server.seen.Lookout;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Frames;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The map with what was seen beside it, behind the staff's sign-in.
@Path(StaffMapPage.HERE)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class StaffMapPage {
  static final String HERE = "/operate/map";

  private final Frames frames;
  private final Staff staff;
  private final Declaration declaration;
  private final Lookout lookout;

  @Inject
  StaffMapPage(Frames frames, Staff staff, Declaration declaration, Lookout lookout) {
    this.frames = frames;
    this.staff = staff;
    this.declaration = declaration;
    this.lookout = lookout;
  }

  @GET
  @Operation(hidden = true)
  public Response show(@QueryParam("of") Optional<String> box) {
    if (staff.here().isEmpty()) {
      return Back.to("/operate");
    }
    Policy policy = declaration.now().policy();
    return Response.ok(new Beside(policy, lookout.look()).page(frames.at(HERE), box)).build();
  }
}
