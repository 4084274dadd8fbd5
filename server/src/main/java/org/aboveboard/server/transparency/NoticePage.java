package org.aboveboard.server.transparency;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Optional;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.web.Frames;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The public notice and its further pages, made from the policy that decides.
@Path("/transparency")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class NoticePage {
  private final Frames frames;
  private final Declaration declaration;
  private final Published published;
  private final InstantSource clock;

  @Inject
  NoticePage(Frames frames, Declaration declaration, Published published, InstantSource clock) {
    this.frames = frames;
    this.declaration = declaration;
    this.published = published;
    this.clock = clock;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show(
      @QueryParam("policy") Optional<String> policy,
      @QueryParam("language") Optional<String> language,
      @HeaderParam("If-Match") Optional<String> match,
      @Context HttpHeaders headers) {
    Edition edition = Edition.of(declaration, Preferred.request(policy, language, match, headers));
    return pages(edition).overview(published.of(edition.policy()));
  }

  @GET
  @Path("purposes/{id}")
  @Operation(hidden = true)
  public TemplateInstance purpose(
      String id,
      @QueryParam("policy") Optional<String> policy,
      @QueryParam("language") Optional<String> language,
      @HeaderParam("If-Match") Optional<String> match,
      @Context HttpHeaders headers) {
    Edition edition = Edition.of(declaration, Preferred.request(policy, language, match, headers));
    return pages(edition).whole(id).orElseThrow(NotFoundException::new);
  }

  @GET
  @Path("record")
  @Operation(hidden = true)
  public TemplateInstance record(
      @QueryParam("policy") Optional<String> policy,
      @QueryParam("language") Optional<String> language,
      @HeaderParam("If-Match") Optional<String> match,
      @Context HttpHeaders headers) {
    return pages(Edition.inForce(declaration, Preferred.request(policy, language, match, headers)))
        .activities();
  }

  private Pages pages(Edition edition) {
    return new Pages(edition, frames, clock.instant());
  }
}
