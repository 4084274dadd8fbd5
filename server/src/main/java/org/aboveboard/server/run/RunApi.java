package org.aboveboard.server.run;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.receipt.Absence;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Runs of training, and the proof that somebody was not in one.
@Path("/v1/runs")
@RunOnVirtualThread
final class RunApi {
  private static final int MOST = 100;

  private final Viewer viewer;
  private final Runs runs;

  @Inject
  RunApi(Viewer viewer, Runs runs) {
    this.viewer = viewer;
    this.runs = runs;
  }

  /// A run, and where its receipt is.
  record Run(long index, Instant at, String run, String receipt) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The latest runs of training, newest first.")
  public List<Run> latest() {
    return runs.latest(MOST).stream()
        .map(run -> new Run(run.index(), run.at(), run.run(), "/v1/receipts/" + run.index()))
        .toList();
  }

  @GET
  @Path("{index: [0-9]{1,18}}/absence")
  @Operation(
      summary = "The proof that a subject was not in a run; 409 where they were.",
      description =
          "Checked with the receipt of a yes of theirs and that of the run, offline: verify --absent.")
  public Response absence(
      @PathParam("index") long index,
      @QueryParam("subject") Optional<String> subject,
      @Context HttpHeaders headers) {
    return switch (runs.find(viewer.required(headers, subject), index)) {
      case Runs.Found.Absent(Absence absence) ->
          Response.ok(absence.bytes(), "text/plain;charset=UTF-8").build();
      case Runs.Found.Present _ ->
          Problem.conflict(
                  "The subject was in this run.",
                  "What they did until then is in the model unless they took it back; a later run"
                      + " shows that.")
              .response();
      case Runs.Found.Nothing _ ->
          Problem.notFound(
                  "There is no such run, or nothing is known of the subject.",
                  "GET /v1/runs lists the latest runs.")
              .response();
    };
  }
}
