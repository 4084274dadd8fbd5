package org.aboveboard.server.manual;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aboveboard.server.web.Frames;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The transparency manual of a model, for everybody.
@Path("/transparency/models")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ManualPage {
  private static final String HERE = "/transparency/models/";

  private final Frames frames;
  private final Manuals manuals;

  @Inject
  ManualPage(Frames frames, Manuals manuals) {
    this.frames = frames;
    this.manuals = manuals;
  }

  @GET
  @Path("{id: [a-z][a-z0-9-]{0,63}}")
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("id") String id) {
    return manuals
        .find(id)
        .map(manual -> Told.of(frames.at(HERE + id), manual))
        .orElseThrow(NotFoundException::new);
  }
}
