package org.aboveboard.server.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateInstance;
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
import org.aboveboard.server.web.Frames;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// How many people answered what, for everybody, as a page and as JSON: what was published last,
/// and nothing that is drawn anew.
@Path("/transparency")
@RunOnVirtualThread
final class FiguresPage {
  private static final String HERE = "/transparency/segments";

  private final Frames frames;
  private final Declaration declaration;
  private final Figures figures;

  @Inject
  FiguresPage(Frames frames, Declaration declaration, Figures figures) {
    this.frames = frames;
    this.declaration = declaration;
    this.figures = figures;
  }

  @GET
  @Path("segments")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public TemplateInstance page() {
    return new Segments(frames.at(HERE), segments().stream().map(this::counted).toList());
  }

  private Counted counted(Segment segment) {
    return Counted.of(segment, figures.latest(segment));
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
  @Path("segments.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "How many volunteers answered what, as published last.",
      description =
          "Counts have noise, within one budget a quarter; what fewer people than smallest answered"
              + " has no count. Beside them stands how many of a hundred people answered, at the least.")
  public List<Published> json() {
    return segments().stream().map(segment -> json(segment, figures.latest(segment))).toList();
  }

  private static Published json(Segment segment, Optional<Figure> figure) {
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

  private List<Segment> segments() {
    return declaration.now().policy().segments();
  }
}
