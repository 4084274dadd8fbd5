package org.aboveboard.server.transparency;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.web.Frames;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The public notice, made at each request from the policy that decides.
@Path("/transparency")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class NoticePage {
  private final Frames frames;
  private final Declaration declaration;
  private final InstantSource clock;

  @Inject
  NoticePage(Frames frames, Declaration declaration, InstantSource clock) {
    this.frames = frames;
    this.declaration = declaration;
    this.clock = clock;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    return new Spelled(declaration.now().policy(), clock.instant())
        .notice(frames.at("/transparency"));
  }
}
