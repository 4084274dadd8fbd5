package org.aboveboard.server.recommend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.optout.Requested;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/// Recommendations as JSON.
@Path("/v1/recommendations")
@RunOnVirtualThread
final class RecommendApi {
  private static final int MOST = 100;
  private static final int MOST_EXCLUDED = 500;

  private final Viewer viewer;
  private final Recommend recommend;
  private final Sentences sentences;
  private final Catalogue catalogue;
  private final Requested requested;
  private final Declaration declaration;

  @Inject
  RecommendApi(
      Viewer viewer,
      Recommend recommend,
      Sentences sentences,
      Catalogue catalogue,
      Requested requested,
      Declaration declaration) {
    this.viewer = viewer;
    this.recommend = recommend;
    this.sentences = sentences;
    this.catalogue = catalogue;
    this.requested = requested;
    this.declaration = declaration;
  }

  /// An answer and how it was made.
  ///
  /// @param denied why it is not personal, where a person was named
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Recommendation(
      String recommId,
      String surface,
      String level,
      String policyDigest,
      long modelVersion,
      List<Place> items,
      Optional<DeniedUse> denied) {
    @Override
    public String toString() {
      return "Recommendation";
    }
  }

  /// One item, why, and where the whole reason is.
  record Place(int position, String id, String title, double score, String reason, String why) {}

  /// The rule that said no.
  ///
  /// @param prompt where the question is that could change it, or the page where it can be changed;
  ///   absent where no answer of the person's could, as for minors
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record DeniedUse(String purpose, String reason, String rule, Optional<String> prompt) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Parameter(
      name = "minor",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.BOOLEAN),
      description = "true where the person is too young to decide alone")
  @Operation(
      summary = "What to show at a surface, each item with its reason.",
      description =
          "With the secret key for any subject, or with a subject token for its own. The record of"
              + " the answer is durable before it leaves.")
  public Recommendation get(
      @Parameter(description = "a declared surface, such as home-row", required = true)
          @QueryParam("surface")
          Optional<String> surface,
      @Parameter(description = "u: and your user id, or a: and your anonymous id")
          @QueryParam("subject")
          Optional<String> subject,
      @Parameter(description = "how many items, 1 to 100; the surface's own length by default")
          @QueryParam("n")
          Optional<Integer> n,
      @Parameter(description = "ids of items to leave out, separated by commas")
          @DefaultValue("")
          @QueryParam("exclude")
          String exclude,
      @Parameter(description = "only items in this category") @QueryParam("category")
          Optional<String> category,
      @Parameter(description = "the id of the item that is being looked at") @QueryParam("context")
          Optional<String> context,
      @Context UriInfo address,
      @Context HttpHeaders headers) {
    Optional<String> whom = viewer.subject(headers, subject);
    Surface place = surface(surface);
    Wish wish =
        new Wish(
            place,
            whom,
            n.map(RecommendApi::bounded).orElse(place.length()),
            excluded(exclude),
            category,
            context,
            requested.sent(),
            viewer.isMinor(headers, address) || requested.sent().child());
    return written(recommend.answer(wish));
  }

  private Recommendation written(Answer answer) {
    Recorded record = answer.record();
    List<Place> places = new ArrayList<>();
    for (Pick pick : record.picks()) {
      Optional<Item> item = catalogue.find(pick.item());
      item.ifPresent(found ->
          places.add(
              new Place(
                  places.size() + 1,
                  found.id(),
                  found.title(),
                  pick.score(),
                  sentences.of(pick),
                  why(record, found))));
    }
    return new Recommendation(
        record.recommId(),
        record.surface(),
        record.level().name().toLowerCase(Locale.ROOT),
        record.policyDigest(),
        record.modelVersion(),
        places,
        answer.denied().map(RecommendApi::written));
  }

  private static DeniedUse written(Answer.Denied denied) {
    return new DeniedUse(
        denied.purpose(),
        denied.deny().reason().name().toLowerCase(Locale.ROOT),
        denied.deny().rule(),
        denied.change());
  }

  private static String why(Recorded record, Item item) {
    return "/v1/recommendations/"
        + record.recommId()
        + "/why/"
        + URLEncoder.encode(item.id(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Surface surface(Optional<String> id) {
    List<String> declared =
        declaration.now().policy().surfaces().stream().map(Surface::id).sorted().toList();
    return id.flatMap(declaration.now().policy()::surface)
        .orElseThrow(() ->
            Problem.badRequest(
                    id.isEmpty()
                        ? "The request names no surface."
                        : "The policy declares no such surface.",
                    "Use surface= with one of: " + String.join(", ", declared) + ".")
                .thrown());
  }

  private static int bounded(int n) {
    if (n < 1 || n > MOST) {
      throw Problem.badRequest("n is out of range.", "Ask for 1 to " + MOST + " items.").thrown();
    }
    return n;
  }

  private static Set<String> excluded(String ids) {
    List<String> listed = List.of(ids.split(",", -1));
    if (listed.size() > MOST_EXCLUDED) {
      throw Problem.badRequest(
              "exclude lists too many items.", "Leave out " + MOST_EXCLUDED + " at most.")
          .thrown();
    }
    return Set.copyOf(new HashSet<>(listed));
  }
}
