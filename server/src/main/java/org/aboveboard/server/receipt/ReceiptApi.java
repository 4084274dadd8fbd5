package org.aboveboard.server.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aboveboard.ledger.receipt.Receipt;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Receipts as files in the format of c2sp.org/tlog-proof, for the person they are about.
@Path("/v1")
@RunOnVirtualThread
final class ReceiptApi {
  private static final String TEXT = "text/plain;charset=UTF-8";

  private final Viewer viewer;
  private final Receipts receipts;

  @Inject
  ReceiptApi(Viewer viewer, Receipts receipts) {
    this.viewer = viewer;
    this.receipts = receipts;
  }

  @GET
  @Path("/receipts/{index: [0-9]{1,18}}")
  @Operation(
      summary = "The receipt of a choice, a copy, or a step of the server's own.",
      description =
          "What a person said or asked is given to that person, or to the shop that names them. Steps"
              + " of the server's own need no key. Within two seconds of the entry: 503 with"
              + " Retry-After.")
  public Response statement(
      @PathParam("index") long index,
      @QueryParam("subject") Optional<String> subject,
      @Context HttpHeaders headers) {
    Found step = receipts.step(index);
    return answer(
        step instanceof Found.Nothing
            ? receipts.statement(viewer.required(headers, subject), index)
            : step);
  }

  @GET
  @Path("/erasures/{job: [0-9a-f-]{36}}/receipt")
  @Operation(
      summary = "The receipt of an erasure.",
      description =
          "stage=asked, done (here, online; where it is left out), or everywhere (once the epoch of the"
              + " key has ended and nothing opens any copy).")
  public Response erasure(
      @PathParam("job") String job,
      @QueryParam("stage") Optional<String> stage,
      @Context HttpHeaders headers) {
    viewer.subject(headers, Optional.empty());
    Found found =
        receipts.erasure(
            Ids.job(job),
            Stage.of(stage.orElse(Stage.DONE.word()))
                .orElseThrow(() ->
                    Problem.badRequest(
                            "There is no such stage.", "Use one of: asked, done, everywhere.")
                        .thrown()));
    if (found instanceof Found.Nothing) {
      throw Problem.notFound(
              "This erasure is not known here, or has not come to that stage.",
              "GET /v1/erasures/JOB says how far it is, and when it will have reached everything.")
          .thrown();
    }
    return answer(found);
  }

  static Response answer(Found found) {
    return switch (found) {
      case Found.Ready(Receipt receipt) ->
          Response.ok(receipt.bytes(), TEXT)
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  "attachment; filename=\"entry-" + receipt.file().index() + ".tlog-proof\"")
              .build();
      case Found.Soon _ ->
          Problem.unavailable(
                  "The entry is written and not published yet.", "Ask again in a second or two.")
              .response();
      case Found.Nothing _ ->
          Problem.notFound(
                  "There is no receipt under this number for this subject.",
                  "Use the index that the answer to the choice gave, and the same subject.")
              .response();
    };
  }
}
