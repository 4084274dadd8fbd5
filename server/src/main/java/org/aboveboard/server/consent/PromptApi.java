package org.aboveboard.server.consent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Prompt;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The questions that may be put to a person at a surface, as facts.
@Path("/v1/prompts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class PromptApi {
  private final Viewer viewer;
  private final Prompts prompts;
  private final Declaration declaration;

  @Inject
  PromptApi(Viewer viewer, Prompts prompts, Declaration declaration) {
    this.viewer = viewer;
    this.prompts = prompts;
    this.declaration = declaration;
  }

  /// A served question; its id answers once, for this subject.
  record ServedPrompt(String id, String digest, Prompt prompt) {}

  @GET
  @Operation(
      summary = "Serves the questions of a surface.",
      description = "Show all of the facts and both answers alike, then PUT /v1/consents.")
  public List<ServedPrompt> get(
      @QueryParam("surface") Optional<String> surface,
      @QueryParam("subject") Optional<String> subject,
      @Context HttpHeaders headers) {
    String name = viewer.required(headers, subject);
    Surface place =
        surface
            .flatMap(declaration.policy()::surface)
            .orElseThrow(() ->
                Problem.badRequest(
                        "The policy declares no such surface.", "Use surface= with its id.")
                    .thrown());
    return viewer.isMinor(headers) ? List.of() : served(name, place);
  }

  private List<ServedPrompt> served(String name, Surface place) {
    return place.purposes().stream()
        .flatMap(id -> declaration.policy().purpose(id).stream())
        .filter(purpose -> Prompt.mayAsk(place, purpose))
        .map(purpose -> served(name, place, purpose))
        .toList();
  }

  private ServedPrompt served(String name, Surface surface, Purpose purpose) {
    Prompts.Served served = prompts.serve(name, surface, purpose, false);
    return new ServedPrompt(served.id(), served.prompt().digest(), served.prompt());
  }
}
