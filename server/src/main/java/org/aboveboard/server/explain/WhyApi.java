package org.aboveboard.server.explain;

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.explain.Explanation.Alternative;
import org.aboveboard.server.explain.Explanation.Part;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Why an item was shown, as JSON.
@Path("/v1/recommendations/{recommId}/why/{item}")
@RunOnVirtualThread
final class WhyApi {
  private final Viewer viewer;
  private final Explain explain;

  @Inject
  WhyApi(Viewer viewer, Explain explain) {
    this.viewer = viewer;
    this.explain = explain;
  }

  /// The sentence, the sum, and what would change it.
  ///
  /// @param contributions the person's own actions; with the adjustments they add up to the score
  /// @param adjustments what is not about the person
  /// @param changes own actions without which it would have been another list
  /// @param modelHasMoved whether the changes were run on a model that has learnt more since
  record WhyAnswer(
      String recommId,
      String item,
      String title,
      String level,
      double score,
      String sentence,
      List<Part> contributions,
      List<Part> adjustments,
      List<Alternative> changes,
      boolean modelHasMoved,
      long modelVersion,
      String policyDigest,
      Instant at) {
    @Override
    public String toString() {
      return "WhyAnswer";
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Why an item of an answer was shown.",
      description =
          "A personal answer is explained to its own subject: send their token, or the secret key"
              + " and subject=.")
  public WhyAnswer get(
      @PathParam("recommId") String recommId,
      @PathParam("item") String item,
      @QueryParam("subject") Optional<String> subject,
      @Context HttpHeaders headers) {
    return explain
        .why(viewer.subject(headers, subject), recommId, item)
        .map(WhyApi::written)
        .orElseThrow(() ->
            Problem.notFound(
                    "There is no such answer for this subject, or its record is gone.",
                    "Records go with a withdrawal and when their time is up. A personal one"
                        + " needs its subject.")
                .thrown());
  }

  private static WhyAnswer written(Explanation why) {
    return new WhyAnswer(
        why.record().recommId(),
        why.item().id(),
        why.item().title(),
        why.record().level().name().toLowerCase(Locale.ROOT),
        why.score(),
        why.sentence(),
        why.parts(),
        why.adjustments(),
        why.alternatives(),
        why.modelHasMoved(),
        why.record().modelVersion(),
        why.record().policyDigest(),
        why.record().at());
  }
}
