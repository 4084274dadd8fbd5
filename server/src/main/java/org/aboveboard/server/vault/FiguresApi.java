package org.aboveboard.server.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.declaration.Declaration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The same as JSON; a path of its own, so that it is not taken for an artefact of the policy.
@Path(FiguresPage.HERE + ".json")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class FiguresApi {
  private final Declaration declaration;
  private final Figures figures;

  @Inject
  FiguresApi(Declaration declaration, Figures figures) {
    this.declaration = declaration;
    this.figures = figures;
  }

  /// A segment's counts.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Published(
      String segment,
      Optional<String> quarter,
      List<Count> counts,
      Optional<Integer> coverageAtLeastPercent,
      int smallest,
      long margin,
      Optional<Long> entry) {}

  /// How many people answered so; no count where it is not shown.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Count(String answer, Optional<Long> count) {}

  @GET
  @Operation(
      summary = "How many volunteers answered what, as published last.",
      description =
          "Counts have noise, within one budget a quarter; what fewer people than smallest answered"
              + " has no count. Beside them stands how many of a hundred people answered, at the least.")
  public List<Published> get() {
    return declaration.now().policy().segments().stream()
        .map(segment -> written(segment, figures.latest(segment)))
        .toList();
  }

  private static Published written(Segment segment, Optional<Figure> figure) {
    return new Published(
        segment.id(),
        figure.map(Figure::quarter),
        figure.stream()
            .flatMap(one -> one.counts().entrySet().stream())
            .map(count -> new Count(count.getKey(), count.getValue().stream().boxed().findFirst()))
            .toList(),
        figure.flatMap(one -> one.coverage().stream().boxed().findFirst()),
        figure.map(Figure::smallest).orElse(segment.smallest()),
        Figures.margin(),
        figure.map(Figure::entry));
  }
}
