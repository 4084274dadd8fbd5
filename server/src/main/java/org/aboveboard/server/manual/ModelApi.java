package org.aboveboard.server.manual;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The transparency manuals of the models, as JSON.
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ModelApi {
  private final Manuals manuals;

  @Inject
  ModelApi(Manuals manuals) {
    this.manuals = manuals;
  }

  @GET
  @Operation(summary = "The manual of each model that the policy in force declares.")
  public List<Manual> all() {
    return manuals.all();
  }

  @GET
  @Path("{id: [a-z][a-z0-9-]{0,63}}")
  @Operation(
      summary = "What a model is made of, what was measured of it, and who let it through.",
      description = "The same as the page /transparency/models/{id}.")
  public Manual one(@PathParam("id") String id) {
    return manuals
        .find(id)
        .orElseThrow(() ->
            Problem.notFound(
                    "The policy in force declares no such model.",
                    "GET /v1/models lists those it declares.")
                .thrown());
  }
}
