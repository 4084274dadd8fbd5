package org.aboveboard.server.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.key.Ageing;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Erasing a subject, and what is held of one, as JSON.
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class SubjectApi {
  private final Viewer viewer;
  private final Erase erase;
  private final Access access;
  private final Downloads downloads;
  private final Ageing ageing;
  private final ObjectMapper json;

  @Inject
  SubjectApi(
      Viewer viewer,
      Erase erase,
      Access access,
      Downloads downloads,
      Ageing ageing,
      ObjectMapper json) {
    this.viewer = viewer;
    this.erase = erase;
    this.access = access;
    this.downloads = downloads;
    this.ageing = ageing;
    this.json = json;
  }

  /// A job that was begun, and where to see how far it is.
  record Begun(UUID job, String state, String status) {}

  @DELETE
  @Path("/subjects/{id}")
  @Operation(
      summary = "Erases a subject: rows, key and what the model learnt from them.",
      description = "Answers 202 with a job. A subject that is not known needs no erasing: 404.")
  public Response delete(@PathParam("id") String id, @Context HttpHeaders headers) {
    Job job =
        erase
            .begin(viewer.required(headers, Optional.of(id)))
            .orElseThrow(() ->
                Problem.notFound("Nothing is held of this subject.", "There is nothing to erase.")
                    .thrown());
    String status = "/v1/erasures/" + job.id();
    return Response.status(Response.Status.ACCEPTED)
        .location(URI.create(status))
        .entity(new Begun(job.id(), job.state(), status))
        .build();
  }

  @GET
  @Path("/erasures/{job}")
  @Operation(summary = "How far an erasure has come.")
  public Progress job(@PathParam("job") String job, @Context HttpHeaders headers) {
    viewer.subject(headers, Optional.empty());
    return uuid(job)
        .flatMap(erase::find)
        .map(found -> Progress.of(found, found.epoch().flatMap(ageing::end)))
        .orElseThrow(() ->
            Problem.notFound("There is no such job.", "Use the address that 202 gave.").thrown());
  }

  @GET
  @Path("/subjects/{id}")
  @Operation(
      summary = "Everything that is held of a subject, by what it is and what it is for.",
      description =
          "That it was handed over is noted in the journal, with the digest of the answer's bytes.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Access.Copy.class)))
  public Response copy(@PathParam("id") String id, @Context HttpHeaders headers)
      throws JsonProcessingException {
    String subject = viewer.required(headers, Optional.of(id));
    byte[] copy = json.writeValueAsBytes(access.copy(subject));
    Response.ResponseBuilder answer = Response.ok(copy);
    downloads
        .note(subject, copy)
        .ifPresent(index -> answer.link("/v1/receipts/" + index, "receipt"));
    return answer.build();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
