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
import org.aboveboard.server.access.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The receipt of one answer as a file.
@Path("/v1/recommendations/{recommId}/receipt")
@RunOnVirtualThread
final class AnswerReceiptApi {
  private final Viewer viewer;
  private final Receipts receipts;

  @Inject
  AnswerReceiptApi(Viewer viewer, Receipts receipts) {
    this.viewer = viewer;
    this.receipts = receipts;
  }

  @GET
  @Operation(
      summary =
          "The receipt of an answer: its place in its second, and that of the second in the ledger.")
  public Response answer(
      @PathParam("recommId") String recommId,
      @QueryParam("subject") Optional<String> subject,
      @Context HttpHeaders headers) {
    return ReceiptApi.answer(
        viewer
            .subject(headers, subject)
            .map(name -> receipts.answer(name, recommId))
            .filter(found -> !(found instanceof Found.Nothing))
            .orElseGet(() -> receipts.unnamedAnswer(recommId)));
  }
}
